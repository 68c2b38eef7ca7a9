"""A comparison of two reports as text for people, or as JSON. Texts of a finding are those of the report it is from."""

import json
from collections.abc import Iterator, Sequence
from textwrap import fill

from dossiercheck.desk import Change, Comparison, SavedFinding, Turn
from dossiercheck.reports import escape
from dossiercheck.reports.wording import Words, words

FORMAT = "dossiercheck-comparison/1"
_FILES = ("added", "changed", "removed")


def render_comparison(comparison: Comparison, format: str, lang: str, width: int) -> str:
    """`format` is `console` (lines of at most so many columns), `markdown` or `json`; ends with a line break."""
    if format == "json":
        return escape.json_safe(json.dumps(_plain(comparison), ensure_ascii=False, indent=2)) + "\n"
    say = words(lang)
    return "\n".join(_lines(comparison, say, _Style(width, markdown=format == "markdown"))) + "\n"


class _Style:
    """How headings and points are written."""

    def __init__(self, width: int, *, markdown: bool) -> None:
        self.width = max(width, 40)
        self.markdown = markdown

    def heading(self, text: str) -> list[str]:
        return [f"## {text}", ""] if self.markdown else [text, "-" * len(text)]

    def point(self, text: str) -> str:
        return f"- {escape.markdown(text)}" if self.markdown else self._folded("  * ", text)

    def under(self, text: str) -> str:
        return f"  {escape.markdown(text)}" if self.markdown else self._folded("      ", text)

    def _folded(self, start: str, text: str) -> str:
        indent = " " * len(start)
        return fill(text, self.width, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)


def _lines(comparison: Comparison, say: Words, style: _Style) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    title = say.label("compare-title", provider=new.provider or new.dossier)
    yield f"# {escape.markdown(title)}" if style.markdown else title
    yield ""
    yield say.label(
        "compare-between",
        old=old.on,
        new=new.on,
        was=say.label(f"verdict-{old.verdict}").lower(),
        now=say.label(f"verdict-{new.verdict}").lower(),
    )
    if old.set_sha256 != new.set_sha256:
        yield say.label(
            "compare-set-moved", old=f"{old.set_id} {old.set_version}", new=f"{new.set_id} {new.set_version}"
        )
    yield ""
    for turn in (Turn.NEW, Turn.OTHER, Turn.REPAIRED):
        changes = [change for change in comparison.changes if change.turn is turn]
        if changes:
            yield from style.heading(say.label(f"compare-{turn.value}", count=len(changes)))
            for change in changes:
                yield from _change(change, say, style)
            yield ""
    if comparison.still_open:
        yield from style.heading(say.label("compare-still", count=len(comparison.still_open)))
        yield from (style.point(_headline(finding)) for finding in comparison.still_open)
        yield ""
    yield from _files(comparison, say, style)


def _change(change: Change, say: Words, style: _Style) -> Iterator[str]:
    finding = change.shown
    yield style.point(
        f"{_headline(finding)}: {escape.clean(finding.message)}" if finding.message else _headline(finding)
    )
    yield style.under(say.label(f"compare-cause-{change.cause.value}"))
    if change.turn is not Turn.REPAIRED and finding.remedy:
        yield style.under(f"→ {escape.clean(finding.remedy)}")


def _headline(finding: SavedFinding) -> str:
    subject = "" if finding.subject_kind == "provider" else f"{finding.subject} {finding.name}".strip()
    title = f"{finding.title} ({finding.requirement})" if finding.title else finding.requirement
    return escape.clean(" · ".join(part for part in (title, subject, finding.product) if part))


def _files(comparison: Comparison, say: Words, style: _Style) -> Iterator[str]:
    for key in _FILES:
        files: tuple[str, ...] = getattr(comparison, key)
        if files:
            yield from style.heading(say.label(f"compare-{key}", count=len(files)))
            yield from (style.point(escape.path(file)) for file in files)
            yield ""


def _plain(comparison: Comparison) -> dict[str, object]:
    return {
        "format": FORMAT,
        "old": _side(comparison.old.on.isoformat(), comparison.old.verdict, comparison.old.set_sha256),
        "new": _side(comparison.new.on.isoformat(), comparison.new.verdict, comparison.new.set_sha256),
        "changes": [
            {
                "turn": change.turn.value,
                "cause": change.cause.value,
                **_about(change.shown),
                "was": change.old.outcome if change.old else None,
                "now": change.new.outcome if change.new else None,
            }
            for change in comparison.changes
        ],
        "still_open": [_about(finding) for finding in comparison.still_open],
        "files": {key: list(getattr(comparison, key)) for key in _FILES},
    }


def _side(on: str, verdict: str, set_sha256: str) -> dict[str, str]:
    return {"on": on, "verdict": verdict, "requirements": set_sha256}


def _about(finding: SavedFinding) -> dict[str, str | Sequence[str] | None]:
    return {
        "requirement": finding.requirement,
        "subject": finding.subject,
        "product": finding.product,
        "message": finding.message,
    }
