"""Spelled nearly the same? Only ever a reason for doubt: likeness of letters makes no match."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

_SPELLINGS = (
    *(
        ("ii", "u"),
        ("ij", "y"),
        ("rn", "m"),
        ("vv", "w"),
        ("cl", "d"),
        ("li", "h"),
        ("ck", "k"),
        ("ks", "x"),
        ("dt", "t"),
    ),
    *(("th", "t"), ("ph", "f"), ("sch", "s"), ("ae", "a"), ("ey", "y"), ("ei", "y")),
)
_DOUBLED = re.compile(r"(.)\1+")
_STROKES = re.compile(r"[ijl1]+")
"""Thin strokes side by side: on a scan they may have been miscounted (`illing`, `ling`; `eijnden`, `ejnden`)."""
_LEAST_SHAPE = 3
_OCR = str.maketrans("01i58q", "ollsbg")


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """One letter wrong, left out or swapped (two in words of eight letters and more), or misread on a scan."""
    length = min(len(a), len(b))
    if length < 3 or abs(len(a) - len(b)) > 2:
        return False
    limit = 2 if length >= 8 else 1
    if length >= 4 and OSA.distance(a, b, score_cutoff=limit) <= limit:
        return True
    if len(_STROKES.sub("l", a)) >= _LEAST_SHAPE and _STROKES.sub("l", a) == _STROKES.sub("l", b):
        return True
    return _as_misread(a) == _as_misread(b) or a.replace(" ", "") == b.replace(" ", "")


@lru_cache(maxsize=8192)
def _as_misread(text: str) -> str:
    """A text as a reader of scans may see it and as another writer may spell it (`ij` and `y`, `tt` and `t`, `ck`)."""
    for seen, meant in _SPELLINGS:
        text = text.replace(seen, meant)
    return _DOUBLED.sub(r"\1", text.translate(_OCR))
