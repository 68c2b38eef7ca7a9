"""Names that the engine may have misread are read by a bigger model, which is loaded only then.

A small model miscounts thin strokes that stand close together (`Illing` becomes `Iling`, `Eijnden` becomes `Ejnden`),
and it does so more than once: two of its readings that agree prove nothing there. A name stands as the bigger model
reads it where another reading says the same; where none does, it must read the same once more, and more strokes than
the small one: those are lost, never made up. Where the two see other letters, nobody knows.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dossiercheck.readers.ocr import OcrEngine, Seen
from dossiercheck.readers.strips import read_cuts

if TYPE_CHECKING:
    from PIL.Image import Image

_CLOSE = re.compile(r"[iIlj1|!ı]{2}|[iIlj1|!ıtf]{3}|(?<=[^\W\daeiouyI])j|ÿ")
"""Thin strokes beside each other, and a `j` without the `i` that mostly goes before it."""
_MAYBE_I = re.compile(r"l(?!(?:[aeo]|[aeo]s)\b)[aeiou]")
"""A word of a name begins with a small letter that looks like a capital: `lersel`; `la` and `los` are prefixes."""
_JOINED = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van)[^\W\d_]*[a-zà-ÿ][A-ZÀ-Þ]")
"""Two words, or a word and a stamp's letter, that were read as one."""
_WORD = re.compile(r"[^\W\d_][\w|!'’-]*")
_NAMED = re.compile(
    r"(?:[A-ZÀ-Þ]\.\s?|[A-ZÀ-Þ][\w'’-]+\s+|\b(?:heer|mevrouw|mw\.?|dhr\.?|van|de|den|der|ten|ter|te|el|al)\s+)$"
)
"""What stands before a name's word in a sentence: another one, initials, a prefix, a form of address."""
_STROKES = str.maketrans({"I": "l", "1": "l", "|": "l", "!": "l", "ı": "i", "ÿ": "ij"})
_MOST_WIDTH = 7_000
"""Pixels of all cuts of a page together: five lines, or twenty names. A second or two."""
_AGAIN = 1.3
"""Of the size at which the bigger model reads first."""
_SMALL = re.compile(r"[a-zà-ÿ]")
_INNER = re.compile(r"(?<=[a-zß-ÿI])[I1|!]")
_FIRST = re.compile(r"^[l|!](?=[b-df-hj-np-tv-z])")


class Torn(NamedTuple):
    """A piece and its readings: what to read once more, and what has been said of it."""

    first: Seen
    second: Seen | None
    cut: "Image"


class Settled(NamedTuple):
    """What a piece says; not `sure` where the readings contradict each other."""

    text: str
    sure: bool
    alike: frozenset[str] = frozenset()
    """Shapes of the words that the bigger model read: one of the first reading's that is among them is sure."""


def has_close_strokes(text: str, *, name: bool) -> bool:
    """Is there a word in which strokes may have been miscounted? In a sentence only words of names are looked at."""
    words = _WORD.finditer(text)
    return any(_is_odd(m.group()) and (name or _is_named(text, m.start())) for m in words)


def _is_odd(word: str) -> bool:
    return bool(_CLOSE.search(word) or _MAYBE_I.match(word))


def settled(pieces: Mapping[int, Torn], engine: OcrEngine) -> dict[int, Settled]:
    """What each of these says; no more than a page's time allows are read, the shortest first, the rest is not sure."""
    asked = list(_affordable({i: piece.cut.width for i, piece in pieces.items()}))
    found = dict(zip(asked, _read([pieces[i].cut for i in asked], engine), strict=True))
    lone = [i for i in asked if found[i] and _differs_in_strokes(pieces[i], found[i])]
    again = dict(zip(lone, _read([_enlarged(pieces[i].cut) for i in lone], engine), strict=True))
    return {i: _settled(pieces[i], found.get(i, ""), again.get(i, "")) for i in pieces}


def _affordable(widths: Mapping[int, int]) -> Iterator[int]:
    left = _MOST_WIDTH
    for number in sorted(widths, key=lambda i: (widths[i], i)):
        left -= widths[number]
        if left < 0:
            return
        yield number


def shape(text: str) -> str:
    """The letters alone, those that look the same (`I`, `l`, `1`) as one."""
    plain = unicodedata.normalize("NFKD", text.translate(_STROKES))
    return "".join(letter for letter in plain.casefold() if letter.isalnum())


def _is_named(text: str, at: int) -> bool:
    return (text[at].isupper() or text[at] in "l1|") and bool(_NAMED.search(text[:at]))


def _settled(piece: Torn, once: str, twice: str) -> Settled:
    found, others = shape(once), {shape(seen.text) for seen in (piece.first, piece.second) if seen}
    if found and (found in others or (found == shape(twice) and len(found) > max(map(len, others)))):
        text = with_right_strokes(once)
        if not any(map(_is_doubtful, text.split())):
            return Settled(text, sure=True)
    alike = frozenset(shape(word) for word in once.split() if not _is_doubtful(word))
    return Settled(piece.first.text, sure=False, alike=alike)


def _is_doubtful(word: str) -> bool:
    return bool(_MAYBE_I.match(word) or _JOINED.match(word))


def _differs_in_strokes(piece: Torn, text: str) -> bool:
    """Is it another reading than those before, but only in how many strokes there are?"""
    others = [seen.text for seen in (piece.first, piece.second) if seen]
    bare = re.sub("[iljt]", "", shape(text))
    return shape(text) not in map(shape, others) and any(re.sub("[iljt]", "", shape(o)) == bare for o in others)


def _read(cuts: "Sequence[Image]", engine: OcrEngine) -> list[str]:
    """Each by itself: the bigger model needs memory by the size of its picture, and a worker has little to spare."""
    return [" ".join(seen.text for seen in read_cuts([cut], engine)[0]) for cut in cuts]


def _enlarged(cut: "Image") -> "Image":
    return cut.resize((max(1, round(cut.width * _AGAIN)), max(1, round(cut.height * _AGAIN))))


def with_right_strokes(text: str) -> str:
    """`TijI` as Tijl, `Jil1` as Jill and `lris` as Iris: which of the letters that look the same can stand there."""
    return " ".join("-".join(map(_right_strokes, word.split("-"))) for word in text.split(" "))


def _right_strokes(word: str) -> str:
    word = _FIRST.sub("I", word)
    if not word[:1].isupper() or not _SMALL.search(word) or word.startswith(("Mc", "Mac")):
        return word
    if sum(letter.isdigit() for letter in word) > 1:
        return word
    inner = _INNER.sub("l", word)
    while inner != word:
        word, inner = inner, _INNER.sub("l", inner)
    return inner
