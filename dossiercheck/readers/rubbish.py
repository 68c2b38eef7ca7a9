"""Is a page's text worth reading, or has its font no meaning (wrong encoding, letters moved, boxes and marks)?

Such text looks well on the page: its letters are drawn right and only named wrong, so the page can be read by OCR.
What is told is that hardly a vowel and no common word stands in it; tables of names and numbers are no rubbish.
"""

import re

_NO_LETTERS = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_NO_LETTERS_SHARE = 0.2
_COMMON = re.compile(
    r"\b(?:de|het|een|van|voor|dat|met|aan|door|niet|bij|datum|naam|the|and|for|der|die|und|les|des)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouàáâãäåæèéêëìíîïòóôõöøùúûüœıĳyÿ]", re.IGNORECASE)
_FEW_LETTERS = 100
_FEW_DIFFERENT = 60
"""Letters of words that are not the same: a table says some of its words in every row."""
_LEAST_COMMON = 0.03
"""Of all words."""
_LEAST_VOWELS = 0.28
"""Of all letters; languages written in these letters have a third and more."""
_LEAST_WRITTEN = 0.4
"""Of all marks, so many must be letters and figures."""


def is_rubbish(text: str) -> bool:
    """Does hardly any of it say something? Never of a short text, of which that cannot be told."""
    marks = [mark for mark in text if not mark.isspace()]
    if len(_NO_LETTERS.findall(text)) > _NO_LETTERS_SHARE * max(1, len(marks)):
        return True
    words = text.split()
    if len(marks) < _FEW_LETTERS or len(_COMMON.findall(text)) > _LEAST_COMMON * len(words):
        return False
    letters = sum(mark.isalpha() for mark in marks)
    if letters < _FEW_LETTERS:
        return sum(mark.isalnum() for mark in marks) < _LEAST_WRITTEN * len(marks)
    different = "".join(set(_WORD.findall(text.casefold())))
    return len(different) >= _FEW_DIFFERENT and len(_VOWEL.findall(different)) < _LEAST_VOWELS * len(different)
