"""PDFs that break a reader, each in another way."""

from __future__ import annotations

import io
import random
import zlib

from tests.readers import raw_pdf
from tests.readers.raw_pdf import assemble, packed, pdf


def text(x: float, y: float, words: str) -> bytes:
    return raw_pdf.text(x, y, words).encode("ascii")


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
MIB = 450
"""What a bomb unpacks to; the test gives less memory than that."""
GOOD = pdf(text(50, 700, "Verklaring Omtrent het Gedrag"), text(50, 650, "datum 12 maart 2024"))


def stream(data: bytes, words: str = "") -> bytes:
    return f"<< /Length {len(data)} {words} >>\nstream\n".encode() + data + b"\nendstream"


def page(words: str = "", box: str = "[0 0 595 842]") -> bytes:
    return f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R {words} >>".encode()


def one(content: bytes, *more: bytes, words: str = "", box: str = "[0 0 595 842]", catalog: bytes = CATALOG) -> bytes:
    """A PDF of one page; `more` are objects 5 and on."""
    return assemble([catalog, PAGES, page(words, box), content, *more])


def flate(data: bytes, words: str = "/Filter /FlateDecode") -> bytes:
    return stream(zlib.compress(data), words)


def flipped(data: bytes, count: int, seed: int) -> bytes:
    chance, out = random.Random(seed), bytearray(data)
    for _ in range(count):
        out[chance.randrange(9, len(out))] = chance.randrange(256)
    return bytes(out)


def tree(depth: int) -> bytes:
    """Page tree nodes within each other."""
    nodes = [f"<< /Type /Pages /Kids [{n + 3} 0 R] /Count 1 >>".encode() for n in range(depth)]
    last = f"<< /Type /Page /Parent {depth + 1} 0 R /MediaBox [0 0 595 842] >>".encode()
    return assemble([CATALOG, *nodes, last])


def laughing_forms(levels: int, times: int) -> bytes:
    """Forms that draw the next one many times: a page of `times` ** `levels` drawings."""
    do = b"/X Do " * times
    forms = []
    for level in range(levels):
        inside = f"/Resources << /XObject << /X {level + 6} 0 R >> >>" if level < levels - 1 else ""
        data = do if inside else b"0 0 m 9 9 l S"
        forms.append(stream(data, f"/Type /XObject /Subtype /Form /BBox [0 0 99 99] {inside}"))
    return one(stream(do), *forms, words="/Resources << /XObject << /X 5 0 R >> >>")


def signed(byte_range: str, contents: str) -> bytes:
    form = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [5 0 R] >> >>"
    field = b"<< /FT /Sig /T (Sig) /V 6 0 R /Type /Annot /Subtype /Widget /Rect [0 0 0 0] >>"
    value = f"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange {byte_range} /Contents <{contents}> >>"
    return one(stream(text(50, 700, "DIPLOMA")), field, value.encode(), catalog=form)


def image(filter_: str, data: bytes, width: int = 100, height: int = 100) -> bytes:
    words = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter {filter_}"
    return one(
        stream(b"595 0 0 842 0 0 cm /I Do"), stream(data, words), words="/Resources << /XObject << /I 5 0 R >> >>"
    )


def with_password(password: str) -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOOD)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(user=password, owner="eigenaar", R=6))
    return out.getvalue()


def xref_to_itself() -> bytes:
    start = GOOD.rindex(b"xref", 0, GOOD.rindex(b"startxref"))
    return GOOD.replace(b"trailer\n<<", b"trailer\n<< /Prev %d " % start, 1)


def all_of_them() -> dict[str, bytes]:
    half = len(GOOD) // 2
    der = "30" + "80" * 400 + "00" * 400
    laughs = b"<!DOCTYPE x [<!ENTITY a 'ha'>" + b"".join(
        b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    return {
        "half": GOOD[:half],
        "without-end": GOOD[: GOOD.rindex(b"startxref")],
        "without-start": GOOD[half:],
        "header-only": b"%PDF-1.7\n",
        "headers-only": b"%PDF-1.7\n" * 100_000,
        "flipped-few": flipped(GOOD, 8, 1),
        "flipped-many": flipped(GOOD, 80, 2),
        "zeroes": b"%PDF-1.7\n" + bytes(300_000),
        "bomb": one(stream(packed(MIB, b" " * 1024), "/Filter /FlateDecode")),
        "bomb-in-bomb": one(stream(zlib.compress(packed(MIB, b" " * 1024), 9), "/Filter [/FlateDecode /FlateDecode]")),
        "many-filters": one(stream(b"x", f"/Filter [{'/FlateDecode ' * 500}]")),
        "unknown-filter": one(stream(b"x" * 1000, "/Filter /Nonsense")),
        "pages-in-a-ring": assemble([CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
        "pages-in-a-ring-of-two": assemble(
            [CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 9 >>", b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>"]
        ),
        "tree-of-nodes": tree(3_000),
        "count-too-high": assemble([CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", page(), stream(b"")]),
        "count-negative": assemble([CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>", page(), stream(b"")]),
        "one-page-often": assemble(
            [CATALOG, b"<< /Type /Pages /Kids [" + b"3 0 R " * 20_000 + b"] /Count 20000 >>", page(), stream(text(9, 9, "x"))]
        ),
        "arrays-in-arrays": one(stream(b"["), b"[" * 100_000 + b"]" * 100_000),
        "arrays-on-the-page": one(stream(b"[" * 100_000 + b"] TJ")),
        "dictionaries-in-dictionaries": one(stream(b""), b"<< /A " * 20_000 + b"1" + b" >>" * 20_000),
        "states-never-restored": one(stream(b"q " * 400_000)),
        "page-without-size": one(stream(b""), box="[0 0 0 0]"),
        "page-of-kilometres": one(stream(text(50, 700, "x")), box="[0 0 1000000000 1000000000]"),
        "page-inside-out": one(stream(text(50, 700, "x")), box="[595 842 -595 -842]"),
        "page-of-words": one(stream(b""), box="[/a (b) null 1e999]"),
        "form-in-itself": one(
            stream(b"/X Do"),
            stream(b"/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"),
            words="/Resources << /XObject << /X 5 0 R >> >>",
        ),
        "forms-that-laugh": laughing_forms(12, 20),
        "drawing-without-end": one(stream(packed(40, b"0 0 m 1 1 l S\n"), "/Filter /FlateDecode")),
        "xref-to-itself": xref_to_itself(),
        "xref-far-away": GOOD.replace(b"startxref\n", b"startxref\n99999999", 1),
        "length-too-long": one(stream(b"BT ET").replace(b"/Length 5", b"/Length 99999999")),
        "length-negative": one(stream(b"BT ET").replace(b"/Length 5", b"/Length -1")),
        "length-of-itself": one(stream(b"BT ET").replace(b"/Length 5", b"/Length 4 0 R")),
        "picture-without-end": one(stream(b"BI /W 9999 /H 9999 /BPC 8 /CS /G ID " + b"\xff" * 5_000)),
        "jbig2-nonsense": image("/JBIG2Decode", random.Random(3).randbytes(4_000)),
        "jpx-nonsense": image("/JPXDecode", b"\x00\x00\x00\x0cjP  \r\n\x87\n" + random.Random(4).randbytes(4_000)),
        "fax-nonsense": image("/CCITTFaxDecode", random.Random(5).randbytes(4_000), 60_000, 60_000),
        "lzw-nonsense": one(stream(random.Random(6).randbytes(9_000), "/Filter /LZWDecode")),
        "picture-of-a-million-columns": image("/FlateDecode", zlib.compress(bytes(1000)), 1_000_000, 1_000_000),
        "password": with_password("geheim"),
        "lock-unknown": GOOD.replace(b"trailer\n<<", b"trailer\n<< /Encrypt << /Filter /Slot /V 9 /R 9 >> /ID [<00> <00>]", 1),
        "range-too-large": signed("[0 99999999999 999999999999 1]", der),
        "range-overlaps": signed("[0 500 10 500]", der),
        "range-missing": signed("null", der),
        "signature-nested": signed("[0 10 20 30]", "30 82 ff ff " * 5_000),
        "signature-empty": signed("[0 10 20 30]", "00" * 4_000),
        "fields-in-a-ring": one(
            stream(text(50, 700, "x")),
            b"<< /T (a) /Kids [6 0 R] /Parent 6 0 R >>",
            b"<< /T (b) /Kids [5 0 R] /Parent 5 0 R /FT /Sig >>",
            catalog=b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [5 0 R] >> >>",
        ),
        "notes-by-the-thousand": one(
            stream(b""), *[b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >>"],
            words="/Annots [" + "5 0 R " * 50_000 + "]",
        ),
        "runs-a-program": one(
            stream(text(50, 700, "x")), b"<< /S /Launch /F (cmd.exe) /Win << /F (cmd.exe) >> >>",
            b"<< /S /JavaScript /JS (while\\(true\\){}) >>",
            catalog=b"<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R /AA << /WC 6 0 R >> >>",
        ),
        "form-that-laughs": one(
            stream(b""), stream(laughs + b"]><x>&j;</x>"),
            catalog=b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA [(t) 5 0 R] /Fields [] >> >>",
        ),
        "attachments-in-a-ring": one(
            stream(b""), b"<< /Kids [5 0 R] /Limits [(a) (z)] >>",
            catalog=b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 5 0 R >> >>",
        ),
        "outlines-in-a-ring": one(
            stream(b""), b"<< /First 6 0 R /Last 6 0 R /Count 9 >>", b"<< /Title (x) /Parent 5 0 R /Next 6 0 R /First 5 0 R >>",
            catalog=b"<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>",
        ),
        "behind-a-page-of-web": b"<html><body>" + b"x" * 800 + b"</body></html>\n" + GOOD,
    }  # fmt: skip
