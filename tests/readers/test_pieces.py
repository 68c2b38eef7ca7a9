"""Pieces of pages: the right place, also on a turned page; small; and nothing but pictures comes back."""

import io
import struct
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw

from dossiercheck.facts import NO_SEAL, Seal, SealState, Signature, SignatureKind
from dossiercheck.intake import loose_file
from dossiercheck.readers import DEFAULT_LIMITS, Piece, PieceJob, ReaderPool, ReadSettings
from dossiercheck.readers.pieces import MAX_PNG, SCALE, cut, uncut

BOX = (300.0, 400.0, 400.0, 420.0)


def blue_at(box, *, rotate=0):
    """A PDF of one page with a blue mark in this box (points from the upper left corner)."""
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_fill_color(0, 0, 255)
    pdf.rect(box[0], box[1], box[2] - box[0], box[3] - box[1], style="F")
    if rotate:
        import pikepdf

        opened = pikepdf.open(io.BytesIO(bytes(pdf.output())))
        opened.pages[0].Rotate = rotate
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()
    return bytes(pdf.output())


def pieces(tmp_path, data, *wanted, seal=NO_SEAL, name="a.pdf"):
    source = tmp_path / name
    source.write_bytes(data)
    return uncut(cut(PieceJob(source=source, pieces=wanted, seal=seal), DEFAULT_LIMITS), len(wanted))


def blue_share(png):
    image = Image.open(io.BytesIO(png)).convert("RGB")
    flat = image.tobytes()
    blue = sum(b > 200 and r < 60 and g < 60 for r, g, b in zip(flat[::3], flat[1::3], flat[2::3], strict=True))
    return blue / (100 * 20 * SCALE * SCALE)


def test_a_piece_shows_its_place_with_some_room(tmp_path):
    (png,) = pieces(tmp_path, blue_at(BOX), Piece(page=1, box=BOX))
    assert blue_share(png) > 0.95
    width, height = Image.open(io.BytesIO(png)).size
    assert 100 * SCALE < width <= 480 * SCALE and 20 * SCALE < height <= 220 * SCALE
    assert len(png) < 20_000


def test_a_page_that_was_turned_to_be_read_is_turned_for_its_piece(tmp_path):
    # On the page as shown the mark stands at BOX; turned clockwise by a quarter its place is (842 - bottom, left, …).
    turned = (842 - BOX[3], BOX[0], 842 - BOX[1], BOX[2])
    (png,) = pieces(tmp_path, blue_at(BOX), Piece(page=1, box=turned, turns=1))
    assert blue_share(png) > 0.95


def test_the_pages_own_rotation_is_that_of_the_box(tmp_path):
    turned = (842 - BOX[3], BOX[0], 842 - BOX[1], BOX[2])
    (png,) = pieces(tmp_path, blue_at(BOX, rotate=90), Piece(page=1, box=turned))
    assert blue_share(png) > 0.95


def test_of_a_sealed_file_the_sealed_revision_is_shown(tmp_path):
    sealed = blue_at(BOX)
    later = sealed + b"\n% something that was added later\n%%EOF"
    signature = Signature(field="S", kind=SignatureKind.APPROVAL, intact=True, revision_end=len(sealed))
    seal = Seal(state=SealState.ALTERED, signatures=(signature,))
    (png,) = pieces(tmp_path, later, Piece(page=1, box=BOX), seal=seal)
    assert blue_share(png) > 0.95


def test_a_picture_handed_in_as_such(tmp_path):
    image = Image.new("RGB", (1190, 1684), "white")
    ImageDraw.Draw(image).rectangle([side * 2 for side in BOX], fill=(0, 0, 255))
    out = io.BytesIO()
    image.save(out, "PNG")
    (png,) = pieces(tmp_path, out.getvalue(), Piece(page=1, box=BOX), name="a.png")
    assert blue_share(png) > 0.9


@pytest.mark.parametrize(
    "piece", [Piece(page=2, box=BOX), Piece(page=1, box=(900.0, 900.0, 950.0, 950.0)), Piece(page=0, box=BOX)]
)
def test_what_is_not_there_gives_nothing(tmp_path, piece):
    assert pieces(tmp_path, blue_at(BOX), piece) == (b"",)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 broken", b"no document", b"\x89PNG\r\n\x1a\n broken"])
def test_a_broken_file_gives_nothing(tmp_path, data):
    assert pieces(tmp_path, data, Piece(page=1, box=BOX)) == (b"",)


def frame(data):
    return struct.pack(">I", len(data)) + data


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\xff\xff\xff\xff",
        frame(b"<svg onload=alert(1)>"),
        frame(b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 100_000, 100_000) + b"\0" * 9),
        frame(b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 10, 10) + b"\0" * MAX_PNG),
    ],
)
def test_a_worker_can_hand_on_small_pictures_only(answer):
    assert uncut(answer, 2) == (b"", b"")


def test_the_same_piece_gives_the_same_bytes(tmp_path):
    assert pieces(tmp_path, blue_at(BOX), Piece(page=1, box=BOX)) == pieces(
        tmp_path, blue_at(BOX), Piece(page=1, box=BOX)
    )


def test_the_pool_cuts_after_it_has_read(tmp_path):
    source = tmp_path / "a.pdf"
    source.write_bytes(blue_at(BOX))
    job = PieceJob(source=source, pieces=(Piece(page=1, box=BOX), Piece(page=9, box=BOX)))
    gone = replace(job, source=tmp_path / "gone.pdf")
    with ReaderPool(ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC), jobs=1)) as pool:
        pool.start([loose_file(source)])
        assert len(list(pool.results())) == 1
        (first, none), nothing = pool.pieces([job, gone])
    assert blue_share(first) > 0.95
    assert none == b"" and nothing == (b"", b"")
