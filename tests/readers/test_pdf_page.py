"""PDF pages to content: what the eye sees, in the order the eye reads it."""

import pytest

from tests.readers.raw_pdf import pdf, stream, text
from tests.readers.two_columns import BLOCKS, READ, read


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plain", pdf(BLOCKS)),
        (
            "stored column by column",
            pdf(
                text(50, 700, "Werkgever:")
                + text(50, 680, "Zorg B.V.")
                + text(300, 700, "Werknemer:")
                + text(300, 680, "J. de Wit")
            ),
        ),
        (
            "stored from the bottom up",
            pdf(
                text(300, 680, "J. de Wit")
                + text(50, 680, "Zorg B.V.")
                + text(300, 700, "Werknemer:")
                + text(50, 700, "Werkgever:")
            ),
        ),
        ("sideways page", pdf(BLOCKS, page="/Rotate 90")),
        ("upside down page", pdf(BLOCKS, page="/Rotate 180")),
        ("sideways page the other way", pdf(BLOCKS, page="/Rotate 270")),
        ("sideways text", pdf(f"q 0 1 -1 0 842 0 cm {BLOCKS} Q", box="0 0 842 595")),
        (
            "sideways text on a page turned upright",
            pdf(f"q 0 1 -1 0 842 0 cm {BLOCKS} Q", box="0 0 842 595", page="/Rotate 90"),
        ),
        ("upside down text", pdf(f"q -1 0 0 -1 595 842 cm {BLOCKS} Q")),
        ("crop box", pdf(BLOCKS, page="/CropBox [40 600 500 800]")),
        ("box not at 0", pdf(BLOCKS, box="-100 100 495 942")),
        ("box upside down", pdf(BLOCKS, box="595 842 0 0")),
        ("no box to speak of", pdf(BLOCKS, box="0 0 0 0")),
        ("infinite box", pdf(BLOCKS, box="0 0 1e99 -1e99")),
        ("odd rotation", pdf(BLOCKS, page="/Rotate 45")),
        ("user units", pdf(BLOCKS, page="/UserUnit 2")),
        ("compressed", pdf(BLOCKS, flate=True)),
        ("bytes before %PDF", b"-- junk --\n" * 20 + pdf(BLOCKS)),
        ("no %%EOF", pdf(BLOCKS)[:-6]),
        ("deep nesting elsewhere", pdf(BLOCKS, catalogue="/X " + "[" * 20_000 + "]" * 20_000)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_two_columns_come_out_as_two_spans_a_line(name: str, data: bytes) -> None:
    content = read(data)
    assert content.text == READ
    assert [len(line.spans) for line in content.pages[0].lines] == [2, 2]


def test_boxes_are_points_from_the_upper_left_corner() -> None:
    page = read(pdf(BLOCKS, page="/CropBox [40 600 500 800]")).pages[0]
    assert (page.width, page.height) == (460, 200)
    left, top, right, bottom = page.lines[0].spans[0].box
    assert left == pytest.approx(10, abs=1)
    assert top < 100 < bottom + 1
    assert 50 < right < 80


def test_box_of_a_page_shown_sideways() -> None:
    """/Rotate 90 turns clockwise: what is low on the left of the file is high on the left of the page."""
    data = pdf(f"q 0 1 -1 0 842 0 cm {text(50, 500, 'Datum')} Q", box="0 0 842 595", page="/Rotate 90")
    page = read(data).pages[0]
    assert (page.width, page.height) == (595, 842)
    left, top, _, bottom = page.lines[0].box
    assert left == pytest.approx(50, abs=1)
    assert top < 842 - 500 < bottom


@pytest.mark.parametrize(
    ("operators", "words"),
    [
        ("BT /F1 10 Tf 50 700 Td [(Ar)30(be)-20(ids)-300(over)20(een)10(komst)] TJ ET", "Arbeids overeenkomst"),
        ("BT /F1 10 Tf 6 Tw 50 700 Td (dit is een zin) Tj ET", "dit is een zin"),
        ("BT /F1 10 Tf 2 Tc 50 700 Td (DIPLOMA) Tj ET", "DIPLOMA"),
        (text(50, 700, "Salaris") + text(50.3, 700, "Salaris"), "Salaris"),
        (text(50, 700, "Naam", 8) + text(120, 700, "Jan de Wit", 14), "Naam  Jan de Wit"),
        (text(50, 700, "café € 12"), "café € 12"),
        (text(50, 700, "abc\\001\\033[31mdef"), "abc[31mdef"),
        (text(50, 700, "arbeids-") + text(50, 688, "overeenkomst"), "arbeids-\novereenkomst"),
        (text(50, 700, "Functie:") + text(93, 700, "begeleider"), "Functie: begeleider"),
        (text(50, 700, "Functie:") + text(130, 700, "begeleider"), "Functie:  begeleider"),
    ],
)
def test_words_are_joined_and_parted_as_printed(operators: str, words: str) -> None:
    assert read(pdf(operators)).text == words


def test_glyphs_placed_one_by_one_are_words() -> None:
    widths = {"A": 667, "r": 333, "b": 556, "e": 556, "i": 222, "d": 556, " ": 278, "m": 833, "t": 278}
    at, operators = 50.0, ""
    for letter in "Arbeid met tijd":
        operators += text(round(at, 2), 700, letter) if letter != " " else ""
        at += widths.get(letter, 222) / 100
    assert read(pdf(operators)).text == "Arbeid met tijd"


def test_a_note_up_the_margin_is_a_line_of_its_own() -> None:
    content = read(pdf(BLOCKS + "BT /F1 8 Tf 0 1 -1 0 20 300 Tm (Uittreksel diplomaregister) Tj ET"))
    assert content.text == READ + "\nUittreksel diplomaregister"


def test_flow_keeps_the_order_of_the_file() -> None:
    left = text(50, 700, "eerste kolom") + text(50, 688, "gaat door")
    right = text(300, 700, "tweede kolom") + text(300, 688, "ook")
    page = read(pdf(left + right)).pages[0]
    assert page.flow == "eerste kolom\ngaat door\ntweede kolom\nook"
    assert page.text == "eerste kolom  tweede kolom\ngaat door  ook"


COVER = "1 g 40 640 200 30 re f 0 g "

PICTURE = "q 500 0 0 700 20 50 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x01\xfe\xfe\x01 EI Q "


@pytest.mark.parametrize(
    ("way", "operators", "more"),
    [
        ("render mode", "q BT 3 Tr /F1 10 Tf 50 650 Td (profiel 45) Tj ET Q ", {}),
        ("white", text(50, 650, "profiel 45", before="1 g"), {}),
        ("covered", text(50, 650, "profiel 45") + COVER, {}),
        ("clipped", text(50, 650, "profiel 45", before="0 0 10 10 re W n"), {}),
        ("outside", text(50, 900, "profiel 45"), {}),
        ("tiny", text(50, 650, "profiel 45", 1), {}),
        (
            "transparent",
            text(50, 650, "profiel 45", before="/G0 gs"),
            {"resources": "/ExtGState << /G0 << /ca 0 >> >>"},
        ),
        ("under a picture", text(50, 650, "profiel 45") + PICTURE, {}),
        ("invisible over a scan", PICTURE + "q BT 3 Tr /F1 10 Tf 50 650 Td (profiel 45) Tj ET Q ", {}),
        (
            "layer off",
            f"/OC /P1 BDC {text(50, 650, 'profiel 45')} EMC ",
            {
                "resources": "/Properties << /P1 4 0 R >>",
                "extra": (b"<< /Type /OCG /Name (L) >>",),
                "catalogue": "/OCProperties << /OCGs [4 0 R] /D << /OFF [4 0 R] >> >>",
            },
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 25 else "",
)
def test_text_that_nobody_sees_is_in_no_line(way: str, operators: str, more: dict) -> None:
    page = read(pdf(operators + text(50, 760, "Kop"), **more)).pages[0]
    assert page.text == "Kop"
    assert page.flow.strip() == "Kop"
    assert page.hidden_text == "profiel 45"


@pytest.mark.parametrize(
    "operators",
    [
        "0 0 1 rg 40 640 200 30 re f " + text(50, 650, "profiel 45", before="1 g"),
        text(50, 650, "profiel 45", before="0.75 g"),
        text(50, 650, "profiel 45", 4),
        PICTURE.replace("\x01", "\xfe") + text(50, 650, "profiel 45"),
        "BT 1 Tr /F1 10 Tf 50 650 Td (profiel 45) Tj ET",
        "1 g 40 640 200 30 re f 0 g " + text(50, 650, "profiel 45"),
    ],
    ids=["white on blue", "grey", "small", "over a picture", "outlined", "on a white shape"],
)
def test_text_that_can_be_seen_stays(operators: str) -> None:
    assert read(pdf(operators)).text == "profiel 45"


def test_a_date_pasted_over_another_replaces_it() -> None:
    page = read(pdf(text(50, 650, "1 maart 2020") + COVER + text(50, 650, "2 april 2024"))).pages[0]
    assert page.text == "2 april 2024"
    assert page.hidden_text == "1 maart 2020"


def test_a_highlighter_covers_nothing() -> None:
    marked = text(50, 650, "1 maart 2020") + "q /G0 gs 1 1 0 rg 40 640 200 30 re f Q"
    assert read(pdf(marked, resources="/ExtGState << /G0 << /BM /Multiply >> >>")).text == "1 maart 2020"


FORM = "/AcroForm << /Fields [5 0 R] /DR << /Font << /F1 3 0 R >> >> /DA (/F1 10 Tf 0 g) >>"

LOOK = stream(
    b"/Tx BMC BT /F1 10 Tf 5 5 Td (Jan de Wit) Tj ET EMC",
    "/Type /XObject /Subtype /Form /BBox [0 0 250 30] /Resources << /Font << /F1 3 0 R >> >>",
)


def field(flags: int, look: str) -> bytes:
    return (
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (naam) /V (Jan de Wit) /Rect [50 500 300 530] "
        f"/F {flags} /DA (/F1 10 Tf 0 g) {look} >>"
    ).encode()


@pytest.mark.parametrize(
    ("flags", "look", "read_as"),
    [(4, "/AP << /N 4 0 R >>", "Jan de Wit"), (4, "", "Jan de Wit"), (2, "/AP << /N 4 0 R >>", "")],
    ids=["with its look", "without a look", "hidden field"],
)
def test_a_filled_form_prints_its_values(flags: int, look: str, read_as: str) -> None:
    data = pdf(text(50, 700, "Naam"), page="/Annots [5 0 R]", extra=(LOOK, field(flags, look)), catalogue=FORM)
    assert read(data).text == "\n".join(filter(None, ["Naam", read_as]))


def test_a_written_note_is_printed_text() -> None:
    note = "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [50 500 300 530] /AP << /N 4 0 R >> /F 4 >>]"
    assert read(pdf(text(50, 700, "Naam"), page=note, extra=(LOOK,))).text == "Naam\nJan de Wit"


@pytest.mark.parametrize("inherited", [True, False])
def test_an_annotation_does_not_change_the_size_of_its_page(inherited: bool) -> None:
    note = "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [50 500 300 530] /AP << /N 4 0 R >> /F 4 >>]"
    content = read(pdf(text(50, 820, "Bovenaan"), page=note, extra=(LOOK,), inherited=inherited))
    assert content.text == "Bovenaan\nJan de Wit"
    assert (content.pages[0].width, content.pages[0].height) == (595, 842)


def test_ink_stamps_and_small_pictures_are_told() -> None:
    marks = (
        "/Annots [<< /Type /Annot /Subtype /Ink /Rect [50 500 200 530] /InkList [[60 510 100 520]] >> "
        "<< /Type /Annot /Subtype /Stamp /Rect [300 500 400 530] >>]"
    )
    signature = "q 120 0 0 40 50 200 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x01\xfe\xfe\x01 EI Q "
    content = read(pdf(BLOCKS + signature, page=marks))
    assert [number for number, _ in content.ink_annotations] == [1, 1, 1]
    assert content.ink_annotations[0][1] == pytest.approx((50, 312, 200, 342))
    assert content.ink_annotations[2][1] == pytest.approx((50, 602, 170, 642), abs=1)


def test_a_letterhead_logo_is_no_signature() -> None:
    logo = "q 120 0 0 40 50 790 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x01\xfe\xfe\x01 EI Q "
    repeated = "q 120 0 0 40 50 300 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x01\xfe\xfe\x01 EI Q "
    assert read(pdf(BLOCKS + logo)).ink_annotations == ()
    assert read(pdf(BLOCKS + repeated, BLOCKS + repeated)).ink_annotations == ()


@pytest.mark.parametrize("inside_form", [False, True])
def test_a_scan_is_a_page_of_picture(inside_form: bool) -> None:
    image = stream(
        b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    form = stream(
        b"q 300 0 0 421 0 0 cm /I Do Q",
        "/Type /XObject /Subtype /Form /BBox [0 0 300 421] /Resources << /XObject << /I 4 0 R >> >>",
    )
    draw = "q 2 0 0 2 0 0 cm /X Do Q" if inside_form else "q 595 0 0 842 0 0 cm /I Do Q"
    page = read(pdf(draw, resources="/XObject << /I 4 0 R /X 5 0 R >>", extra=(image, form))).pages[0]
    assert page.image_share == pytest.approx(1, abs=0.02)
    assert page.is_scan
