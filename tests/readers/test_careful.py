"""Names in which thin strokes stand close together: when they are read by the bigger model, and what then stands."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from dossiercheck.facts import SURE
from dossiercheck.readers.careful import Torn, has_close_strokes, settled, with_right_strokes
from dossiercheck.readers.ocr import OcrEngine, Seen, TwoModels, find_engine
from dossiercheck.readers.scan import read_scan
from dossiercheck.readers.twice import SECOND_DPI
from tests.papers.sheet import Sheet
from tests.scans import pictures

SENTENCE = "Hierbij verklaren wij dat het met de naam op de volgende regel goed is"
PAGE = Image.new("L", (860, 1000), 255)
SAID = (20, 200, 220, 220)


class Small:
    """An engine that reads a name on a page in these ways, one after the other, and its bigger model in those."""

    name = "small"

    def __init__(self, *reads: str, bigger: tuple[str, ...] = (), there: bool = True) -> None:
        self.reads = list(reads)
        self.bigger = Small(*bigger) if bigger else None
        self.there = there
        self.asked = 0

    def words(self, image: Image.Image) -> list[Seen]:
        self.asked += 1
        text = self.reads[min(self.asked, len(self.reads)) - 1]
        if image.height < 500:
            return [Seen(text, 0.99, (24, 24, 24 + min(200, image.width - 48), 24 + min(24, image.height - 48)))]
        return [Seen(SENTENCE, 0.99, (20, 100, 560, 120)), Seen(text, 0.99, SAID)]

    def careful(self) -> OcrEngine | None:
        return self.bigger if self.there else None


def name_on(engine: OcrEngine) -> tuple[str, bool]:
    """The name that is read, and whether it is sure."""
    found = read_scan(PAGE, engine, scale=SECOND_DPI / 72)
    assert found
    line = found.lines[-1]
    return line.text, min(span.confidence for span in line.spans) >= SURE


@pytest.mark.parametrize(
    ("small", "bigger", "text", "sure"),
    [
        (("Ruben Iling", "Ruben Iling"), ("Ruben Illing", "Ruben Illing"), "Ruben Illing", True),
        (("Ruben Iling", "Ruben Illing"), ("Ruben Illing",), "Ruben Illing", True),
        (("Ruben Iling", "Ruben Iling"), ("Ruben Iling",), "Ruben Iling", True),
        (("Ruben Iling", "Ruben Iling"), ("Ruben Illing", "Ruben Iling"), "Ruben Iling", False),
        (("Ruben Illing", "Ruben Illing"), ("Ruben Iiling", "Ruben Iiling"), "Ruben Illing", False),
        (("Ruben Illing", "Ruben Illing"), ("Ruben Ming", "Ruben Ming"), "Ruben Illing", False),
        (("Ruben lling", "Ruben lling"), ("Ruben Illing", "Ruben Illing"), "Ruben Illing", True),
        (("Emma van lersel", "Emma van lersel"), ("Emma van lersel",), "Emma van lersel", False),
        (("Emma van lersel", "Emma van Iersel"), ("Emma van Iersel",), "Emma van Iersel", True),
        (("Rosa la Croix", "Rosa la Croix"), ("nobody",), "Rosa la Croix", True),
        (("Tjitte SjoerdKIlling", "Tjitte SjoerdKIlling"), ("Tjitte SjoerdKIlling",), "Tjitte SjoerdKIlling", False),
        (("Tij1 Prins", "Tijl Prins"), ("TijI Prins",), "Tijl Prins", True),
        (("Anna Jansen", "Anna Janssen"), ("Anna Janssen",), "Anna Janssen", True),
        (("Anna Jansen", "Anna Janssen"), ("Anna Hansen",), "Anna Jansen", False),
        (("op 3 mei te Nijhuis", "op 8 mei te Nijhuis"), ("op 8 mei te Nijhuis",), "op 3 mei te Nijhuis", False),
    ],
)
def test_a_name_stands_as_two_readings_say_of_which_one_is_the_bigger_models(
    small: tuple[str, ...], bigger: tuple[str, ...], text: str, sure: bool
) -> None:
    engine = Small(*small, bigger=bigger)
    assert isinstance(engine, TwoModels)
    assert name_on(engine) == (text, sure)


def test_in_a_line_only_the_words_read_in_two_ways_are_unsure() -> None:
    said = "2. de heer Lars Nijhuis, geboren op 3 augustus 1973 te Ijmuiden,"
    engine = Small(said, said, bigger=(said.replace("Ijm", "Im").replace("s 1", "s1"),))
    found = read_scan(PAGE, engine, scale=SECOND_DPI / 72)
    assert found
    span = found.lines[-1].spans[0]
    sure = [
        span.confidence_at(at := said.index(word), at + len(word)) >= SURE for word in ("Nijhuis", "1973", "Ijmuiden")
    ]
    assert sure == [True, True, False]


def test_a_page_full_of_names_costs_no_more_than_its_time() -> None:
    """The shortest are read, the others stay unsure."""
    name = Seen("Ruben Illing", 0.99, SAID)
    pieces = {i: Torn(name, name, Image.new("L", (100 + 10 * i, 40), 255)) for i in range(60)}
    engine = Small("Ruben Illing")
    found = settled(pieces, engine)
    assert engine.asked < 40
    assert [said.sure for said in found.values()] == [i < engine.asked for i in range(60)]


def test_plain_names_do_not_need_the_bigger_model() -> None:
    engine = Small("Anna Wolters", bigger=("nobody",))
    assert name_on(engine) == ("Anna Wolters", True)
    assert engine.bigger is not None
    assert engine.bigger.asked == 0


def test_without_the_bigger_model_close_strokes_stay_in_doubt() -> None:
    assert name_on(Small("Ruben Iling", bigger=("Ruben Illing",), there=False)) == ("Ruben Iling", False)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("TijI", "Tijl"),
        ("Jil1 de Wit", "Jill de Wit"),
        ("lris", "Iris"),
        ("IIse Hil1inga", "Ilse Hillinga"),
        *((name, name) for name in ("IJssel", "ILLING", "McIntyre", "la Croix", "Willem III", "l.", "B12a", "lid 1")),
    ],
)
def test_letters_that_look_the_same_are_those_that_can_stand_there(read: str, meant: str) -> None:
    assert with_right_strokes(read) == meant


@pytest.mark.parametrize("text", ["Iling", "van den Ejnden", "Nijhuis", "Tjtte", "Willemijn Dalen"])
def test_close_strokes_are_seen_in_names(text: str) -> None:
    assert has_close_strokes(text, name=True)


def test_in_sentences_only_names_are_looked_at() -> None:
    assert has_close_strokes("De heer Ruben Iling, geboren op 3 mei", name=False)
    assert not has_close_strokes("Wij zijn hiermee bij de opleiding begonnen", name=False)
    assert not has_close_strokes("Fatma Wolters", name=True)


@pytest.mark.skipif(not isinstance(find_engine(), TwoModels), reason="no engine with two models for this machine")
def test_thin_strokes_are_counted_right() -> None:
    """The engine's first model reads some of these wrong twice."""
    names = ("Ruben Illing", "Emilie Dijlling", "Tjitte van den Eijnden")
    sheet = Sheet("Namen").paragraph(SENTENCE)
    for name in names:
        sheet.line(name)
    engine = find_engine()
    assert engine
    found = read_scan(Image.open(io.BytesIO(pictures(sheet.pdf(), dpi=220)[0])), engine, scale=SECOND_DPI / 72)
    assert found
    read = {line.text: min(span.confidence for span in line.spans) >= SURE for line in found.lines}
    assert [read.get(name) for name in names] == [True] * 3
