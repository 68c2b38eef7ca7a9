"""The frame of every page: one file, a policy that lets nothing in, a style sheet known by its hash.

A report has no script at all. The overview has one, for finding: known by its hash too, and the page is whole without.
"""

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files

from dossiercheck.reports.html.element import Element, Own, el, page
from dossiercheck.reports.wording import Words


def framed(title: str, words: Words, *parts: Element | None, script: str = "") -> str:
    """A whole document. The parts hold one `main` with the id `report`. `script` is one of the program's own."""
    css = style_sheet()
    return page(
        el(
            "html",
            el(
                "head",
                el("meta", charset="utf-8"),
                el("meta", http_equiv="Content-Security-Policy", content=policy(css, script)),
                el("meta", name="viewport", content="width=device-width, initial-scale=1"),
                el("meta", name="color-scheme", content="light dark"),
                el("meta", name="referrer", content="no-referrer"),
                el("meta", name="robots", content="noindex"),
                el("title", title),
                el("style", Own(css)),
            ),
            el(
                "body",
                el("a", words.label("html-skip"), class_="skip", href="#report"),
                *parts,
                el("script", Own(script)) if script else None,
            ),
            lang=words.lang,
        )
    )


def policy(css: str, script: str) -> str:
    """Nothing is loaded or sent; only this very style sheet, this script and pictures inside the file have effect."""
    runs = f"script-src {_digest(script)}; " if script else ""
    return f"default-src 'none'; {runs}style-src {_digest(css)}; img-src data:; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """The style sheet, as it stands in the page."""
    return files("dossiercheck.reports.html").joinpath("page.css").read_text(encoding="utf-8")
