"""Titles: what stands near the top of a page, short, and is no sentence."""

import re
from functools import lru_cache

from dossiercheck.documents.places import PlainPage, Words

HEAD_LINES = 16
_LONGEST_TITLE = 100
_LIST_ENTRY = re.compile(r"(?:\.{3,}|\s{2,}|\u2026)\s*\d{1,3}\s*$")
"""A line of a table of contents: dots or a gap, then a page number."""


_LEGAL_FORM = re.compile(r"\b(?:[A-Z]\.\s?){2,}$")
"""`B.V.` and `V.O.F.` end a title, and no sentence."""


@lru_cache(maxsize=32)
def titles(page: PlainPage, lines: int = HEAD_LINES) -> tuple[Words, ...]:
    """What may be a title: whole lines and their columns; not begun in lower case, not ended like a sentence."""
    found: dict[str, Words] = {}
    for line in page.lines[:lines]:
        if _LIST_ENTRY.search(line.text):
            continue
        for words in (*line.cells, line.words):
            text = words.text
            if len(text) <= _LONGEST_TITLE and (text[0].isupper() or text[0].isdigit()) and _ends_like_a_title(text):
                found.setdefault(text, words)
    return tuple(found.values())


def _ends_like_a_title(text: str) -> bool:
    return text[-1] not in ".,;" or bool(_LEGAL_FORM.search(text))
