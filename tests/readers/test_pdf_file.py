"""PDF files as such: passwords, damage, limits, and what is told of the file or hangs on it."""

import zlib
from io import BytesIO

import pikepdf
import pytest

from dossiercheck.findings import Reason
from dossiercheck.readers.content import PdfContent, Unread
from dossiercheck.readers.pdf import read_pdf
from dossiercheck.readers.settings import ReadLimits
from tests.readers.raw_pdf import assemble, pdf
from tests.readers.two_columns import BLOCKS, READ, SETTINGS, read


def refused(data: bytes) -> str:
    content = read_pdf(data, SETTINGS)
    assert isinstance(content, Unread), content
    assert content.reason is Reason.UNREADABLE
    return content.say


@pytest.mark.parametrize("algorithm", [2, 3, 4, 6], ids=["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_an_empty_password_opens_and_is_told(algorithm: int) -> None:
    content = read(encrypted(owner="geheim", user="", algorithm=algorithm))
    assert content.encrypted
    assert content.text == READ


def test_a_password_is_named_as_such() -> None:
    assert refused(encrypted(owner="a", user="b", algorithm=6)) == "pdf-password"


def encrypted(*, owner: str, user: str, algorithm: int) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf(BLOCKS))) as opened:
        opened.save(
            out,
            encryption=pikepdf.Encryption(
                owner=owner, user=user, R=algorithm, aes=algorithm >= 4, metadata=algorithm >= 4
            ),
        )
    return out.getvalue()


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9, 0.95])
def test_a_truncated_file_is_damaged(share: float) -> None:
    whole = pdf(BLOCKS, BLOCKS)
    assert refused(whole[: int(len(whole) * share)]) == "pdf-damaged"


@pytest.mark.parametrize(
    ("data", "say"),
    [
        (b"%PDF-1.7\n", "pdf-damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 50, "pdf-damaged"),
        (pdf(BLOCKS).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "pdf-nothing-on-it"),
        (
            assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
            "pdf-nothing-on-it",
        ),
        (pdf(""), "pdf-nothing-on-it"),
    ],
    ids=["only a header", "noise", "page tree loop", "page tree of itself", "blank page"],
)
def test_what_cannot_be_read_says_why(data: bytes, say: str) -> None:
    assert refused(data) == say


def test_a_lying_page_count_is_corrected() -> None:
    assert read(pdf(BLOCKS, BLOCKS, count=9)).page_count == 2


def test_pages_beyond_the_limit_are_counted_not_read() -> None:
    content = read(pdf(*[BLOCKS] * 5), ReadLimits(pages=2))
    assert [page.number for page in content.pages] == [1, 2]
    assert (content.page_count, content.pages_unread) == (5, 3)


def test_a_page_with_too_much_text_is_cut_off() -> None:
    content = read(pdf(BLOCKS * 50, BLOCKS), ReadLimits(characters=400))
    assert sum(len(page.text) for page in content.pages) < 400
    assert content.page_count == 2


@pytest.mark.parametrize("at", range(0, 600, 7))
def test_a_flipped_byte_raises_nothing(at: int) -> None:
    data = bytearray(pdf(BLOCKS, flate=True))
    data[at % len(data)] ^= 0x15
    assert isinstance(read_pdf(bytes(data), SETTINGS), PdfContent | Unread)


def test_metadata_and_attachments() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf(BLOCKS))) as opened:
        opened.docinfo["/Producer"] = "Zorgprinter 3"
        opened.docinfo["/Title"] = "Over\u202eeenkomst"
        opened.attachments["bijlage.txt"] = b"x"
        opened.save(out)
    content = read(out.getvalue())
    assert (content.producer, content.title, content.attachments) == ("Zorgprinter 3", "Overeenkomst", ("bijlage.txt",))


def test_attachments_are_each_named_once_and_bounded() -> None:
    """The same one is clipped to the page again and again; of a name beyond measure its end is kept."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf(BLOCKS))) as opened:
        opened.attachments["x" * 5000 + ".pdf"] = b"x"
        clips = []
        for number in range(300):
            name = f"{number}.pdf" if number % 2 else "vog.pdf"
            clip = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, Rect=[9, 9, 29, 29])
            clip.FS = pikepdf.AttachedFileSpec(opened, b"x", filename=name).obj
            clips.append(opened.make_indirect(clip))
        opened.pages[0].Annots = pikepdf.Array(clips)
        opened.save(out)
    names = read(out.getvalue()).attachments
    assert (len(names), len(set(names)), names[1:4]) == (100, 100, ("vog.pdf", "1.pdf", "3.pdf"))
    assert (len(names[0]), names[0][-5:]) == (2000, "x.pdf")


def test_garbage_after_compression_is_survived() -> None:
    data = pdf(BLOCKS, flate=True)
    good = zlib.compress(BLOCKS.encode(), 9)
    assert good in data
    assert isinstance(
        read_pdf(data.replace(good, good[:20] + b"\x00" * (len(good) - 20)), SETTINGS), PdfContent | Unread
    )


def test_a_file_on_a_paper_clip_is_an_attachment() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf(BLOCKS))) as opened:
        held = pikepdf.AttachedFileSpec(opened, b"x", filename="vog.pdf")
        clip = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, Rect=[9, 9, 29, 29])
        clip.FS = held.obj
        opened.pages[0].Annots = pikepdf.Array([opened.make_indirect(clip)])
        opened.save(out)
    assert read(out.getvalue()).attachments == ("vog.pdf",)
