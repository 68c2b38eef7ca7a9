"""Words with their places become lines as the eye sees them.

Words on one baseline form a line, whatever their order in the file; a gap of more than about one and a half em divides
it into spans, so that label columns and the two halves of a signature block stay apart.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from dossiercheck.facts import Box
from dossiercheck.readers.content import Line, Span

_COLUMN_GAP = 1.3
"""Of the height of the lower neighbour (which is about 1.15 em)."""
_GLUE_GAP = 0.12
"""Pieces of a word nearer than this (of the height) are one word, when the file has no space between them."""
_BASELINE_DRIFT = 0.5
_DESCENT = 0.2
"""Share of a word's height that lies below its baseline."""


class Word(NamedTuple):
    """A word and its box, in points from the upper left corner of the page as it is shown.

    A named tuple, because a page has hundreds of them.
    """

    text: str
    box: Box
    order: int
    """Its rank in the order of the file."""
    glued: bool = False
    """The file has no space between it and the word before it."""
    confidence: float = 1.0

    @property
    def height(self) -> float:
        height = self.box[3] - self.box[1]
        return height if height > 0.1 else 0.1

    @property
    def baseline(self) -> float:
        return self.box[3] - _DESCENT * self.height


def build_lines(words: Iterable[Word]) -> tuple[Line, ...]:
    """Lines from top to bottom."""
    return tuple(Line(spans=_spans(row)) for row in rows_of(words))


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """The words by baseline from top to bottom, each row from left to right."""
    rows: list[list[Word]] = []
    last_baseline = last_height = 0.0
    for baseline, _, word in sorted((w.baseline, w.order, w) for w in words):
        height = word.height
        if rows and baseline - last_baseline <= _BASELINE_DRIFT * min(height, last_height):
            rows[-1].append(word)
        else:
            rows.append([word])
        last_baseline, last_height = baseline, height
    return [sorted(row, key=lambda w: (w.box[0], w.order)) for row in rows]


def sideways_line(words: list[Word]) -> Line:
    """Words that do not run from left to right, such as a note up the margin: one line of one span."""
    return Line(spans=(Span(text=" ".join(w.text for w in words), box=around(w.box for w in words)),))


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around `boxes`, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _spans(words: list[Word]) -> tuple[Span, ...]:
    groups: list[list[Word]] = []
    for word in words:
        last = groups[-1][-1] if groups else None
        if last and word.box[0] - last.box[2] <= _COLUMN_GAP * min(word.height, last.height):
            groups[-1].append(word)
        else:
            groups.append([word])
    return tuple(_span(group) for group in groups)


def _span(words: list[Word]) -> Span:
    text = words[0].text
    ends = [len(text)]
    for before, word in pairwise(words):
        near = word.box[0] - before.box[2] < _GLUE_GAP * min(word.height, before.height)
        follows = word.glued and word.order == before.order + 1
        text += word.text if follows and near else f" {word.text}"
        ends.append(len(text))
    sure = [word.confidence for word in words]
    differ = tuple(zip(ends, sure, strict=True)) if min(sure) < max(sure) else ()
    return Span(text=text, box=around(w.box for w in words), confidence=min(sure), words=differ)
