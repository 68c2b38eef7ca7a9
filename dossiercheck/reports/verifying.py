"""The differences between a report and the same dossier judged again, as text."""

from collections.abc import Sequence

from dossiercheck.desk import SEPARATOR, Difference
from dossiercheck.reports import escape
from dossiercheck.reports.wording import Words, words


def verification_text(found: Sequence[Difference], lang: str) -> str:
    """A line a difference; ends with a line break."""
    say = words(lang)
    if not found:
        return say.label("verify-same") + "\n"
    lines = [say.label("verify-differs", count=len(found))]
    for difference in found:
        was, now = _in_words(difference, say)
        lines.append(
            "  * "
            + say.label(
                f"verify-{difference.kind.value}",
                about=escape.clean(difference.about),
                was=was or "-",
                now=now or "-",
            )
        )
    return "\n".join(lines) + "\n"


def _in_words(difference: Difference, say: Words) -> tuple[str, str]:
    """What stood there and what does, in words; the code of a sentence only where nothing else differs."""
    both = difference.was, difference.now
    match difference.kind.value:
        case "verdict":
            was, now = (say.label(f"verdict-{code}").lower() if code else "" for code in both)
            return was, now
        case "finding":
            was, now = (_finding(text, say, told=2) for text in both)
            return (was, now) if was != now else (_finding(both[0], say, told=3), _finding(both[1], say, told=3))
        case _:
            return escape.clean(both[0]), escape.clean(both[1])


def _finding(text: str, say: Words, *, told: int) -> str:
    if not text:
        return ""
    outcome, reason, code = text.split(SEPARATOR, 2)
    parts = [say.word("states", outcome), say.word("reasons", reason) if reason else "", escape.clean(code)]
    return ", ".join(part for part in parts[:told] if part)
