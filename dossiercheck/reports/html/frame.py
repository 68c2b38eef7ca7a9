"""The frame of every page: one file, no script, a policy that lets nothing in, a style sheet known by its hash."""

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files

from dossiercheck.reports.html.element import Element, Style, el, page
from dossiercheck.reports.wording import Words


def framed(title: str, words: Words, *parts: Element | None) -> str:
    """A whole document. The parts hold one `main` with the id `report`."""
    css = style_sheet()
    return page(
        el(
            "html",
            el(
                "head",
                el("meta", charset="utf-8"),
                el("meta", http_equiv="Content-Security-Policy", content=policy(css)),
                el("meta", name="viewport", content="width=device-width, initial-scale=1"),
                el("meta", name="color-scheme", content="light dark"),
                el("meta", name="referrer", content="no-referrer"),
                el("meta", name="robots", content="noindex"),
                el("title", title),
                el("style", Style(css)),
            ),
            el("body", el("a", words.label("html-skip"), class_="skip", href="#report"), *parts),
            lang=words.lang,
        )
    )


def policy(css: str) -> str:
    """Nothing is loaded, run or sent; only this very style sheet and pictures inside the file are shown."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """The style sheet, as it stands in the page."""
    return files("dossiercheck.reports.html").joinpath("page.css").read_text(encoding="utf-8")
