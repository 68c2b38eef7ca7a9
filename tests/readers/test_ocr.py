"""Reading pictures of pages: the right way up, in order, and sure of what was read twice."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw

from dossiercheck.facts import SURE, How
from dossiercheck.intake import open_dossier
from dossiercheck.readers import ImageContent, PdfContent, ReadLimits, ReadSettings, Unread, read_files
from dossiercheck.readers.file import read_content
from dossiercheck.readers.ocr import Seen, find_engine
from dossiercheck.readers.rubbish import is_rubbish
from dossiercheck.readers.scan import read_scan
from dossiercheck.readers.skew import slope_of, straightened
from dossiercheck.readers.twice import SECOND_DPI, UNSURE
from tests import papers
from tests.papers.sheet import Sheet
from tests.readers.raw_pdf import pdf, text
from tests.scans import as_pdf, pictures

SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))
EXTRACT = papers.extract(
    "Anna Maria de Wit",
    born_on=date(1980, 2, 3),
    qualification=("Middelbaar beroepsonderwijs", "Persoonlijk begeleider gehandicaptenzorg (niveau 4)"),
    institution="ROC Regge en Dinkel",
    place="Almelo",
    awarded_on=date(2016, 7, 5),
    downloaded_on=date(2024, 1, 9),
    number=12345678,
)
needs_engine = pytest.mark.skipif(find_engine() is None, reason="no OCR engine for this machine")


class Fake:
    """An engine that answers what it is told, whatever it is shown."""

    name = "fake"

    def __init__(self, answer: Callable[[Image.Image, int], list[Seen]]) -> None:
        self.answer = answer
        self.asked = 0

    def words(self, image: Image.Image) -> list[Seen]:
        self.asked += 1
        return self.answer(image, self.asked)


def read(data: bytes, **limits: float) -> object:
    return read_content(data, as_table=False, settings=ReadSettings(now=SETTINGS.now, limits=ReadLimits(**limits)))


def lines(content: object) -> list[str]:
    assert isinstance(content, PdfContent)
    return [line.text for line in content.pages[0].lines]


@needs_engine
@pytest.mark.parametrize("turns", [1, 2])
def test_pages_are_turned_upright(turns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """And hardly a page more is read for it."""
    engine = find_engine()
    assert engine
    fake = Fake(lambda image, _: sizes.append(image.width * image.height) or engine.words(image))
    sizes: list[int] = []
    monkeypatch.setattr("dossiercheck.readers.ocr.find_engine", lambda: fake)
    content = read(as_pdf(pictures(EXTRACT, turns=turns)))
    assert sum(sizes) < 1.4 * 1240 * 1754
    assert isinstance(content, PdfContent)
    page = content.pages[0]
    assert "Anna Maria de Wit" in page.text
    assert "Almelo, 5 juli 2016" in page.text
    assert page.how is How.OCR
    assert page.confidence > 0.85
    assert page.width < page.height or turns % 2 == 0


@needs_engine
def test_order_place_and_confidence() -> None:
    content = read(as_pdf(pictures(EXTRACT, skew=-1.5)))
    assert isinstance(content, PdfContent)
    page = content.pages[0]
    shown = [line.text for line in page.lines]
    wanted = ["DIPLOMA", "Middelbaar beroepsonderwijs", "BEHAALD DOOR", "Anna Maria de Wit", "UITGEGEVEN DOOR"]
    assert [line for line in shown if line in wanted] == wanted
    start = page.text.index("5 juli 2016")
    box = page.box_at(start, start + 11)
    plain = read(EXTRACT)
    assert isinstance(plain, PdfContent)
    at = plain.pages[0].text.index("5 juli 2016")
    true = plain.pages[0].box_at(at, at + 11)
    assert box and true
    assert all(abs(a - b) < 15 for a, b in zip(box, true, strict=True))
    assert page.confidence_at(start, start + 11) >= SURE


@needs_engine
def test_a_photo_is_read_and_remembered_as_one() -> None:
    content = read(pictures(EXTRACT, dpi=150, first=1)[0])
    assert isinstance(content, PdfContent)
    assert content.image_format == "JPEG"
    assert "Uit het register onderwijsdeelnemers" in lines(content)


@needs_engine
def test_a_hidden_layer_is_never_believed_alone() -> None:
    content = read(as_pdf(pictures(EXTRACT), hidden="Piet Puk, geboren op 1 januari 1970, behaald op 9 mei 2001"))
    assert isinstance(content, PdfContent)
    assert "Anna Maria de Wit" in content.text
    assert "Puk" not in content.text
    assert "2001" not in content.text


SENTENCE = (
    "Verklaring Omtrent het Gedrag. Hierbij geef ik u de VOG die u nodig heeft voor: begeleider bij Stichting Thuisrijk. "
    "Er is bij deze screening uitgegaan van het volgende profiel: 84, 85"
)
TABLE = "Nr. Naam Geboren Uren " + " ".join(f"{n} Kowalczyk J.A. 12-03-198{n} 2{n} NTRNL-5{n}" for n in range(9))


@pytest.mark.parametrize("moved", [-29, -3, -1, 1, 3, 5, 13])
def test_letters_that_are_named_wrong_are_rubbish(moved: int) -> None:
    assert is_rubbish("".join(letter if letter.isspace() else chr(ord(letter) + moved) for letter in SENTENCE))


@pytest.mark.parametrize("text", [SENTENCE, TABLE, "IBAN NL91 ABNA 0417 1643 00 " * 9, "", "Xq"])
def test_text_that_says_something_is_no_rubbish(text: str) -> None:
    assert not is_rubbish(text)


@needs_engine
def test_a_font_without_meaning_is_read_by_ocr_and_a_good_one_never(monkeypatch: pytest.MonkeyPatch) -> None:
    good = Sheet("Brief").paragraph(SENTENCE).pdf()
    content = read(_with_wrong_letters(good))
    assert isinstance(content, PdfContent)
    assert content.pages[0].how is How.OCR
    assert "bij Stichting Thuisrijk" in content.text
    monkeypatch.setattr("dossiercheck.readers.ocr.find_engine", lambda: pytest.fail("good text needs no engine"))
    assert "bij Stichting Thuisrijk" in getattr(read(good), "text", "")


def _with_wrong_letters(data: bytes) -> bytes:
    """The same page, each letter of which is named as the one three further on."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        for found in opened.objects:
            if isinstance(found, pikepdf.Dictionary) and "/ToUnicode" in found:
                stream = found.ToUnicode
                moved = re.sub(
                    rb"(?<=> <)([0-9A-F]{4})(?=>)",
                    lambda m: b"%04X" % (int(m[1], 16) + 3 * (int(m[1], 16) > 64)),
                    stream.read_bytes(),
                )
                stream.write(moved)
        opened.save(out)
    return out.getvalue()


def test_a_note_printed_over_a_scan_does_not_keep_it_from_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Fake(lambda image, _: [Seen("Hier staat het een en ander op papier", 0.99, (10, 10, 400, 30))])
    monkeypatch.setattr("dossiercheck.readers.ocr.find_engine", lambda: engine)
    content = read(
        as_pdf(pictures(EXTRACT, dpi=72, first=1), printed="Ingediend op 12 maart 2024 door Zorg Voorbeeld B.V.")
    )
    assert isinstance(content, PdfContent)
    assert content.pages[0].how is How.OCR


def test_no_engine_leaves_the_page_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossiercheck.readers.ocr.find_engine", lambda: None)
    picture = pictures(EXTRACT, dpi=72, first=1)
    content = read(as_pdf(picture))
    assert isinstance(content, PdfContent)
    assert content.is_scan
    assert isinstance(read(picture[0]), ImageContent)


def test_only_so_many_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Fake(lambda image, _: [Seen("Hier staat het een en ander op papier", 0.99, (10, 10, 400, 30))])
    monkeypatch.setattr("dossiercheck.readers.ocr.find_engine", lambda: engine)
    content = read(as_pdf(pictures(EXTRACT, dpi=72, first=1) * 4), ocr_pages=2)
    assert isinstance(content, PdfContent)
    assert [page.how for page in content.pages] == [How.OCR, How.OCR, How.TEXT, How.TEXT]


@pytest.mark.parametrize(
    ("second", "sure"),
    [("3 mei 2021", True), ("3 mei 2024", False), ("3 mei", False), ("", False), ("3 maart 2021", False)],
)
def test_figures_count_only_when_read_alike_twice(second: str, sure: bool) -> None:
    def answer(image: Image.Image, asked: int) -> list[Seen]:
        if asked == 1:
            return [
                Seen("Afgegeven op de datum hieronder en met het profiel", 0.99, (100, 100, 700, 120)),
                Seen("3 mei 2021", 0.99, (100, 200, 300, 220)),
            ]
        return [Seen(second, 0.99, (24, 24, 200, 50))] if second else []

    engine = Fake(answer)
    found = read_scan(Image.new("RGB", (1818, 2573), "white"), engine, scale=SECOND_DPI / 72)
    assert found
    assert engine.asked == 2
    confidence = found.lines[1].spans[0].confidence
    assert (confidence >= SURE) is sure
    assert sure or confidence <= UNSURE


def test_a_hidden_layer_that_agrees_saves_the_second_reading() -> None:
    words = "De houder van deze verklaring werkt sinds 3 mei 2021 voor onze stichting in Almelo en omgeving"
    engine = Fake(lambda image, _: [Seen(words, 0.99, (100, 100, 900, 120))])
    page = Image.new("L", (1818, 2573), 255)
    assert read_scan(page, engine, scale=1.0, hidden_text=words)
    assert engine.asked == 1
    assert read_scan(page, engine, scale=1.0, hidden_text=words.replace("2021", "2024"))
    assert engine.asked == 3


@pytest.mark.parametrize("slope", [0.105, -0.13, 0.16])
def test_a_photo_lies_further_askew(slope: float) -> None:
    page = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(page)
    rows = []
    for row in range(24):
        for word in range(9):
            x, y = 110 + 110.0 * word + 17 * (row % 3), 300 + 46 * row + slope * (110 * word - 500)
            for letter in range(9):
                at, high = x + 10 * letter, 12 + 6 * (letter % 4 == row % 4)
                draw.line([(at, y + slope * 10 * letter + 18 - high), (at, y + slope * 10 * letter + 18)], 0, 3)
            rows.append(Seen(f"woord{row}", 0.9, (x, y - 2 + min(0, slope * 90), x + 90, y + 20 + max(0, slope * 90))))
    assert slope_of(page, rows) == pytest.approx(slope, abs=0.004)


@pytest.mark.parametrize("slope", [0.03, -0.012, 0.0])
@pytest.mark.parametrize("centred", [False, True])
def test_words_askew_stand_in_rows_again(slope: float, centred: bool) -> None:
    """Rows of ink tell the slope, also where no left edges stand below each other."""
    page = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(page)
    rows = []
    for row in range(9):
        left = 620.0 - 40 * (row * 5 % 9) - 100 if centred else 100.0
        for column, x in enumerate((left, 1240 - left - 130) if centred else (left, 400.0, 800.0)):
            y = 100 + 60 * row + slope * x
            for letter in range(12):
                draw.line(
                    [(x + 10 * letter, y + slope * 10 * letter), (x + 10 * letter, y + slope * 10 * letter + 18)], 0, 3
                )
            rows.append(Seen(f"woord{row}{column}", 0.9, (x, y - 2, x + 120, y + 22 + slope * 120)))
    found = slope_of(page, rows)
    assert found == pytest.approx(slope, abs=0.0025)
    level = straightened(rows, found, 1240, 1754)
    middles = [(words.box[1] + words.box[3]) / 2 for words in level[: 2 if centred else 3]]
    assert max(middles) - min(middles) < 3


def test_a_picture_of_too_many_pixels_is_not_unpacked() -> None:
    out = io.BytesIO()
    Image.new("1", (4000, 4000)).save(out, "PNG")
    content = read(out.getvalue(), pixels=15_000_000)
    assert isinstance(content, Unread)
    assert content.say == "image-too-large"
    out = io.BytesIO()
    Image.new("1", (4000, 4000)).save(out, "TIFF")
    content = read(out.getvalue(), pixels=15_000_000)
    assert isinstance(content, Unread)


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0 half a picture", b"\x89PNG\r\n\x1a\n", b"II*\x00\x08\x00\x00\x00"])
def test_damaged_pictures_stay_pictures(data: bytes) -> None:
    assert isinstance(read(data), ImageContent)


@needs_engine
def test_workers_get_the_time_that_their_pages_need(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(pictures(EXTRACT, dpi=150)[0])
    (tmp_path / "c.pdf").write_bytes(pdf(text(50, 700, "goed")))
    limits = ReadLimits(seconds=5.0, ocr_seconds=60.0)
    with open_dossier(tmp_path) as opened:
        found = read_files(opened.files, ReadSettings(now=SETTINGS.now, limits=limits, jobs=2))
    assert ["Anna Maria de Wit" in getattr(reading.content, "text", "") for _, reading in found] == [True, False]


def test_text_needs_no_engine() -> None:
    code = (
        "import sys, datetime\n"
        "from dossiercheck.readers.file import read_content\n"
        "from dossiercheck.readers import ReadSettings\n"
        "data = sys.stdin.buffer.read()\n"
        "settings = ReadSettings(now=datetime.datetime.now(datetime.UTC))\n"
        "content = read_content(data, as_table=False, settings=settings)\n"
        "assert 'DIPLOMA' in content.text\n"
        "assert not {'faster_paddle', 'PIL', 'dossiercheck.readers.scan'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], input=EXTRACT, check=True)
