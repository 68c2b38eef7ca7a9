"""What matters most on a scan is read twice: cut out and read again at a higher resolution.

A misread figure makes a wrong date, and a wrong date may make a green that is none. Words are as sure as their two
readings agree, letter by letter; a stamp that spoils one word costs the date beside it nothing.
"""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from dossiercheck.readers.careful import Torn, has_close_strokes, settled, shape
from dossiercheck.readers.name_like import MONTH, is_heading, looks_like_a_name
from dossiercheck.readers.ocr import DPI, OcrEngine, Seen, TwoModels
from dossiercheck.readers.skew import Level
from dossiercheck.readers.strips import read_cuts

if TYPE_CHECKING:
    from PIL.Image import Image

SECOND_DPI = 220
"""Of the picture that is handed over, and of the second reading."""
UNSURE = 0.6
"""Highest confidence of words that were not read alike twice."""
DOUBT = 0.93
"""Words read with less confidence are read twice as well."""
_TWICE = 0.95
"""Least confidence of what was read alike twice."""
_FIGURES = re.compile(rf"\d+|{MONTH}", re.IGNORECASE)
_A_FIGURE = re.compile(rf"\d|^{MONTH}$", re.IGNORECASE)
_NEAR_MONTH = re.compile(r"(?<![^\W_])[a-z0-9|!]{3,9}(?![^\W_])", re.IGNORECASE)
_NOUGHT = re.compile(r"(?<=([^\W\d_]))0(?=[^\W\d_])")
_MONTHS = frozenset(
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ]
)
_THIRD = 0.85
"""Of the second reading's resolution."""
_MARGIN = 8
_MOST_CUTS = 120


class Read(NamedTuple):
    """A piece of words with a confidence for each of them."""

    seen: Seen
    words: tuple[tuple[str, float], ...]
    disputed: bool = False
    """It was read in two ways at first: whatever it says, something may lie over it."""


def checked(
    seen: Sequence[Seen], wanted: Sequence[int], grey: Level, engine: OcrEngine, hidden_text: str
) -> list[Read]:
    """The same pieces, the `wanted` ones read twice; their words are as sure as two readings of them agree."""
    other = _told(seen, hidden_text)
    again = dict(zip(wanted, _read_again([seen[i] for i in wanted], grey, engine), strict=True))
    disputed = {i for i, second in again.items() if second and _flat(seen[i].text) != _flat(second.text)}
    if isinstance(engine, TwoModels):
        seen, doubtful = _carefully(list(seen), again, grey, engine)
    else:
        seen, doubtful = _outvoted(list(seen), again, grey, engine), {}
    read = [
        _weighed(piece, again.get(i), asked=i in again, told=i not in again and _is_told(piece, other))
        for i, piece in enumerate(seen)
    ]
    read = [_doubted(piece, doubtful[i]) if i in doubtful else piece for i, piece in enumerate(read)]
    return [piece._replace(disputed=i in disputed) for i, piece in enumerate(read)]


def worth_a_second_look(seen: Sequence[Seen], hidden_text: str) -> list[int]:
    """Numbers of the pieces that are read a second time."""
    other = _told(seen, hidden_text)
    return [i for i, piece in enumerate(seen) if _needs_second(piece, other)][:_MOST_CUTS]


def _told(seen: Sequence[Seen], hidden_text: str) -> str:
    """The figures that other software read on the page, where it read the same words."""
    return figures(hidden_text) if _agrees(seen, hidden_text) else ""


def _carefully(
    seen: list[Seen], again: dict[int, Seen | None], grey: Level, engine: TwoModels
) -> tuple[list[Seen], dict[int, frozenset[str]]]:
    """Names that were read in two ways, or in which strokes stand close, as the bigger model settles them.

    `again` is changed with it. What is not settled, or cannot be without that model, is given by its number, with the
    shapes of those of its words that are beyond doubt.
    """
    torn = {
        i: Torn(piece, again.get(i), grey.crop(_cut_box(piece, grey)))
        for i, piece in enumerate(seen)
        if _is_doubtful_name(piece, again.get(i))
    }
    careful = engine.careful() if torn else None
    if careful is None:
        return seen, dict.fromkeys(torn, frozenset[str]())
    doubtful = {}
    for i, (text, sure, alike) in settled(torn, careful).items():
        sure = sure and len({_lone_figures(said.text) for said in torn[i][:2] if said} | {_lone_figures(text)}) == 1
        if sure:
            seen[i] = again[i] = seen[i]._replace(text=text)
        else:
            doubtful[i] = alike
    return seen, doubtful


_SPECK = re.compile(r"^[1|!]\s+|\s+[1|!]$")
"""A stroke that stands alone at an end of the words."""


def _lone_figures(text: str) -> str:
    """Those of dates and numbers, which the bigger model does not settle; no stroke or speck that was read as one."""
    bare = _SPECK.sub("", text)
    text = text if figures(bare) else bare
    return figures(re.sub(r"(?<=[^\W\d_])[1|!](?!\d)|(?<!\d)[1|!](?=[^\W\d_])", "l", text))


def _is_doubtful_name(first: Seen, second: Seen | None) -> bool:
    if is_heading(first.text):
        return False
    name = looks_like_a_name(first.text)
    torn = name and second is not None and not figures(first.text) and _flat(first.text) != _flat(second.text)
    return torn or any(has_close_strokes(seen.text, name=name) for seen in (first, second) if seen)


def _doubted(read: Read, alike: frozenset[str]) -> Read:
    """Its names' words with close strokes are unsure, but for those of these shapes."""
    name = looks_like_a_name(read.seen.text)
    found = []
    for word, sure in read.words:
        odd = has_close_strokes(word, name=name or word[:1].isupper() or word[:1] in "l1|")
        found.append((word, min(UNSURE, sure) if odd and shape(word) not in alike else sure))
    return read._replace(words=tuple(found))


def _outvoted(seen: list[Seen], again: dict[int, Seen | None], grey: Level, engine: OcrEngine) -> list[Seen]:
    """Names that were read in two ways are read a third time; what two of three readings say stands.

    `again` is changed with it. Figures are left out: a date that was read in two ways is unsure. So are names that
    differ in strokes alone (`Illing`, `Iling`), which an engine miscounts more than once.
    """
    torn = [
        i for i, second in again.items()
        if second and not figures(seen[i].text) and looks_like_a_name(seen[i].text)
        and _without_strokes(seen[i].text) != _without_strokes(second.text)
    ]  # fmt: skip
    found = _read_again([seen[i] for i in torn], grey, engine, scale=_THIRD) if torn else []
    for i, third in zip(torn, found, strict=True):
        second = again[i]
        if third and second and _flat(third.text) == _flat(second.text):
            seen[i] = seen[i]._replace(text=second.text)
        elif third and _flat(third.text) == _flat(seen[i].text):
            again[i] = third
    return seen


def _flat(text: str) -> str:
    return _letters(text.split())[0]


def _without_strokes(text: str) -> str:
    return re.sub("[ijl1|]", "", _flat(text))


def figures(text: str) -> str:
    """The numbers and months of a text, between spaces."""
    found = _FIGURES.findall(unicodedata.normalize("NFKC", text).lower())
    return f" {' '.join(found)} " if any(part.isdigit() for part in found) else ""


def mended(piece: Seen) -> Seen:
    """`ju1i` and `0ktober` are read as the months that they can only be, and `D0OR` without its nought."""

    def month(match: re.Match[str]) -> str:
        word = match.group()
        if word.isalpha():
            return word
        for stroke in "li":
            letters = re.sub("[1|!]", stroke, word).replace("0", "o").lower()
            if letters in _MONTHS:
                return letters
        return word

    text = _NEAR_MONTH.sub(month, piece.text)
    return piece._replace(text=_NOUGHT.sub(lambda match: "O" if match[1].isupper() else "o", text))


def _needs_second(piece: Seen, other: str) -> bool:
    if is_heading(piece.text):
        return False
    if piece.confidence < DOUBT or looks_like_a_name(piece.text):
        return True
    return bool(figures(piece.text)) and not _is_told(piece, other)


def _is_told(piece: Seen, other: str) -> bool:
    """Does other software's reading hold the same figures, or are there none?"""
    found = figures(piece.text)
    return not found or found in other


def _agrees(seen: Sequence[Seen], hidden_text: str) -> bool:
    words = [word for s in seen for word in re.findall(r"\w{3,}", s.text.lower())]
    known = set(re.findall(r"\w{3,}", hidden_text.lower()))
    return len(words) >= 10 and sum(word in known for word in words) >= 0.9 * len(words)


def _weighed(first: Seen, second: Seen | None, *, asked: bool, told: bool) -> Read:
    """Each word of the first reading with its confidence; a name that was looked for again in vain is unsure."""
    words = first.text.split()
    if second is None:
        gone = asked and looks_like_a_name(first.text)
        unsure = [gone or (not told and bool(_A_FIGURE.search(word))) for word in words]
        found = [min(UNSURE, first.confidence) if doubt else first.confidence for doubt in unsure]
        return Read(first, tuple(zip(words, found, strict=True)))
    differ = _differing(words, second.text)
    best = max(_TWICE, first.confidence, second.confidence)
    return Read(
        first,
        tuple((word, min(UNSURE, first.confidence) if d else best) for word, d in zip(words, differ, strict=True)),
    )


def _differing(words: Sequence[str], other: str) -> list[bool]:
    """Of each word: has it letters that the other reading has not, or the other one more letters within it?"""
    letters, owners = _letters(words)
    others, _ = _letters(other.split())
    differ = [False] * len(words)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, letters, others, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        touched = set(owners[i1:i2])
        if tag == "insert" and owners:
            beside = {owners[max(0, i1 - 1)], owners[min(i1, len(owners) - 1)]}
            within = len(beside) == 1
            touched = {
                o for o in beside if within or (_A_FIGURE.search(words[o]) and re.search(r"[\d.]", others[j1:j2]))
            }
        for owner in touched:
            differ[owner] = True
    return differ


def _letters(words: Sequence[str]) -> tuple[str, list[int]]:
    """Letters and figures alone, with the number of their word; a point for what parts two figures."""
    letters: list[str] = []
    owners: list[int] = []
    parted = False
    for number, word in enumerate(words):
        for letter in unicodedata.normalize("NFKD", word).casefold():
            if not letter.isalnum():
                parted = not unicodedata.combining(letter) or parted
                continue
            if parted and letter.isdigit() and letters and letters[-1].isdigit():
                letters.append(".")
                owners.append(number)
            letters.append(letter)
            owners.append(number)
            parted = False
        parted = True
    return "".join(letters), owners


def _read_again(seen: Sequence[Seen], grey: Level, engine: OcrEngine, *, scale: float = 1.0) -> list[Seen | None]:
    """Each of these cut out at the higher resolution and read once more; None where nothing was found."""
    cuts = [_scaled(grey.crop(_cut_box(piece, grey)), scale) for piece in seen]
    return [_joined([mended(piece) for piece in inside]) for inside in read_cuts(cuts, engine)]


def _joined(inside: Sequence[Seen]) -> Seen | None:
    if not inside:
        return None
    return Seen(" ".join(s.text for s in inside), min(s.confidence for s in inside), inside[0].box)


def _scaled(cut: "Image", scale: float) -> "Image":
    return cut.resize((max(1, round(cut.width * scale)), max(1, round(cut.height * scale)))) if scale != 1.0 else cut


def _cut_box(piece: Seen, grey: Level) -> tuple[int, int, int, int]:
    left, top, right, bottom = (side * SECOND_DPI / DPI for side in piece.box)
    return (
        max(0, int(left) - _MARGIN),
        max(0, int(top) - _MARGIN // 2),
        min(grey.width, max(int(right), int(left) + 1) + _MARGIN),
        min(grey.height, max(int(bottom), int(top) + 1) + _MARGIN // 2),
    )
