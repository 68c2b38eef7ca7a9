"""`A.` before a party: one of a list, or the initial of its name?

Parties are listed as `A.` and `B.`, or `I.` and `II.`; but `A. van den Berg` and `I. de Haan` are people. A letter is
the mark of a list where it opens its line and the next of the list opens one too, or where no name can follow it.
"""

import re

_MARK = re.compile(r"(?P<mark>[AB]|I{1,3})\.\s*(?=\S)", re.IGNORECASE)
_OTHER = {"a": "b", "b": "a", "i": "ii", "ii": "i", "iii": "ii"}
_NO_NAME = re.compile(r"(?:de\s+(?:heer|besloten|stichting)|mevr|mw\b|dhr|stichting|vereniging)", re.IGNORECASE)
_SEARCHED = 6000


def enumerated(text: str, start: int, end: int) -> int:
    """The offset behind such a mark at `start`; 0 where there is none."""
    match = _MARK.match(text, start, end)
    if match is None:
        return 0
    if _NO_NAME.match(text, match.end()):
        return match.end()
    opens_its_line = not text[text.rfind("\n", 0, start) + 1 : start].strip(" -*•")
    other = _OTHER[match["mark"].lower()]
    listed = re.search(rf"^[ *•-]*{other}\.\s*\S", text[:_SEARCHED], re.IGNORECASE | re.MULTILINE)
    return match.end() if opens_its_line and listed else 0
