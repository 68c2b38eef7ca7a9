"""The differences between a report and the same dossier judged again, as text."""

from collections.abc import Sequence

from dossiercheck.desk import Difference
from dossiercheck.reports import escape
from dossiercheck.reports.wording import words


def verification_text(found: Sequence[Difference], lang: str) -> str:
    """A line a difference; ends with a line break."""
    say = words(lang)
    if not found:
        return say.label("verify-same") + "\n"
    lines = [say.label("verify-differs", count=len(found))]
    for difference in found:
        lines.append(
            "  * "
            + say.label(
                f"verify-{difference.kind.value}",
                about=escape.clean(difference.about),
                was=escape.clean(difference.was) or "-",
                now=escape.clean(difference.now) or "-",
            )
        )
    return "\n".join(lines) + "\n"
