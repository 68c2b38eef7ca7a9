"""Regular expressions that compile when they are first asked: most runs meet few of all kinds of documents."""

import re
from typing import cast


class _Later:
    """Stands for a compiled pattern; whatever is asked of it compiles it, and is kept."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._asked = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(*self._asked), name)
        setattr(self, name, found)
        return found


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, for patterns of documents and letters that a run may never meet.

    The surprise: a match's `re` is not this object, so do not ask `match.re is …`.
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))
