"""Tables, archives, pictures and texts that break a reader, each in another way."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping

from openpyxl import Workbook

from tests.hostile.pdfs import GOOD

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'haha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)


def book() -> bytes:
    out, made = io.BytesIO(), Workbook()
    made.active.append(["Nr.", "Achternaam"])
    made.active.append([1, "Wit"])
    made.save(out)
    return out.getvalue()


def rebuilt(changes: Mapping[str, bytes], more: Mapping[str, bytes] | None = None) -> bytes:
    """The workbook with other parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, old.read(name)))
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return out.getvalue()


def sheet(rows: str, before: str = "", after: str = "") -> bytes:
    text = f'<?xml version="1.0"?>{before}<worksheet {NS}><sheetData>{rows}</sheetData>{after}</worksheet>'
    return rebuilt({"xl/worksheets/sheet1.xml": text.encode()})


def archive(entries: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        warnings.simplefilter("ignore")
        for name, data in entries.items():
            new.writestr(name, data)
    return out.getvalue()


def tables() -> dict[str, bytes]:
    whole = book()
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
    return {
        "half.xlsx": whole[: len(whole) // 2],
        "no-directory.xlsx": whole[: whole.rindex(b"PK\x01\x02")],
        "flipped.xlsx": whole[:60] + random.Random(1).randbytes(60) + whole[120:],
        "bomb.xlsx": rebuilt({"xl/worksheets/sheet1.xml": b"<x>" + b" " * (90 * 2**20)}),
        "entries.xlsx": rebuilt({}, {f"x/{n}.xml": b"" for n in range(3_000)}),
        "outside.xlsx": rebuilt({}, {"../../../tmp/x": b"x", "/etc/x": b"x"}),
        "laughs.xlsx": sheet(cell.format("&j;"), before=f"{LAUGHS}]>"),
        "reads-a-file.xlsx": sheet(cell.format("&e;"), before='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        "far-away.xlsx": sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "further-away.xlsx": sheet('<row r="99999999"><c r="ZZZZZZ99999999"><v>1</v></c></row>'),
        "nested.xlsx": sheet("<x>" * 100_000),
        "numbers.xlsx": sheet('<row r="1"><c r="A1"><v>1e400</v></c><c r="B1"><v>nan</v></c><c r="C1" s="99"><v>x</v></c></row>'),
        "merged.xlsx": sheet(
            cell.format("x"),
            after="<mergeCells>" + "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(1, 3_000)) + "</mergeCells>",
        ),
        "no-sheets.xlsx": rebuilt({"xl/workbook.xml": f"<workbook {NS}><sheets/></workbook>".encode()}),
        "locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(900),
        "ole-nonsense.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(2).randbytes(4_000) + "Workbook".encode("utf-16-le"),
        "nonsense.ods": archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x>" * 9_000}),
        "laughs.ods": archive(
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": f"{LAUGHS}]><x>&j;</x>".encode()}
        ),
        "one-line.csv": b"a;" * 1_500_000,
        "quote-never-closed.csv": b'nr\n"7\n' + b"8;9\n" * 100_000,
        "columns.csv": b"nr" + b";x" * 60_000 + b"\n",
        "half-a-letter.csv": b"\xff\xfen\x00r\x00\n\x00\xd8",
    }  # fmt: skip


def archives() -> dict[str, bytes]:
    deep = GOOD
    for level in range(12):
        deep = archive({f"{level}.zip" if level else "a.pdf": deep})
    lies = archive({"vog.pdf": GOOD}).replace(struct.pack("<I", len(GOOD)), struct.pack("<I", 7))
    return {
        "slip.zip": archive(
            {"../../../../tmp/hostile-slip.pdf": GOOD, "C:\\x.pdf": GOOD, "/tmp/hostile-slip.pdf": GOOD}
        ),
        "bomb.zip": archive({"groot.pdf": bytes(60 * 2**20)}),
        "deep.zip": deep,
        "lies.zip": lies,
        "twice-the-name.zip": archive({"a.pdf": GOOD, "A.PDF": GOOD, "a.pdf ": GOOD, "a.pdf/b.pdf": GOOD}),
        "half.zip": archive({"a.pdf": GOOD, "b.pdf": GOOD})[:300],
        "both.pdf": GOOD + archive({"a.txt": b"x"}),
        "word.docx": archive({"word/document.xml": f"{LAUGHS}]><x>&j;</x>".encode()}),
    }


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *more: bytes, depth: int = 8, data: bytes | None = None) -> bytes:
    rows = zlib.compress(bytes((width + 1) * height)) if data is None else data
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def tiff(entries: list[tuple[int, int, int, int]], then: int = 0) -> bytes:
    table = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\x00" + struct.pack("<IH", 8, len(entries)) + table + struct.pack("<I", then)


def pictures() -> dict[str, bytes]:
    size = [(256, 4, 1, 100), (257, 4, 1, 100), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1)]
    jpeg = b"\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00\xff\xda" + bytes(200)
    return {
        "wide.png": png(50_000, 50_000, data=zlib.compress(bytes(1000))),
        "wider.png": png(2**31 - 1, 2**31 - 1, data=b""),
        "no-pixels.png": png(300, 300, data=zlib.compress(b"")),
        "no-size.png": png(0, 0),
        "words.png": png(50, 50, chunk(b"zTXt", b"x\x00\x00" + zlib.compress(bytes(90 * 2**20)))),
        "nonsense.png": png(300, 300, data=random.Random(1).randbytes(5_000)),
        "wide.jpg": jpeg,
        "half.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
        "marks.jpg": b"\xff\xd8" + b"\xff\xe1\x00\x02" * 30_000,
        "ring.tif": tiff([*size, (273, 4, 1, 8), (279, 4, 1, 100)], then=8),
        "strips.tif": tiff([*size, (273, 4, 2**31 - 1, 8), (279, 4, 2**31 - 1, 8)]),
        "wide.bmp": b"BM" + struct.pack("<IHHIIiiHHIIiiII", 200, 0, 0, 54, 40, 60_000, -60_000, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(146),
        "frames.gif": b"GIF89a\xff\xff\xff\xff\x00\x00\x00" + b"\x2c\x00\x00\x00\x00\xff\xff\xff\xff\x00\x08\x01\x00\x00" * 5_000,
        "nonsense.webp": b"RIFF\xff\xff\xff\xffWEBPVP8 " + random.Random(2).randbytes(3_000),
        "nonsense.heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1" + random.Random(3).randbytes(3_000),
    }  # fmt: skip


def texts() -> dict[str, bytes]:
    return {
        "text.pdf": b"dit is geen pdf",
        "nul.txt": b"\x00" * 5_000,
        "long.txt": b"x" * (5 * 2**20),
        "escape.txt": b"\x1b]0;weg\x07\x1b[2J" * 100,
        "mail.msg": b"From: a\nMIME-Version: 1.0\n" + b"x: y\n" * 9_000,
        "laughs.yaml": b"a: &a [x, x]\n" + b"".join(b"%c: &%c [%s]\n" % (98 + n, 98 + n, b"*%c, " % (97 + n) * 9) for n in range(20)),
    }  # fmt: skip


NAMES = (
    "\x1b[31mrood.pdf", "regel\neinde.pdf", "fdp.\u202egov.pdf", "[bold]vog[link].pdf", "=HYPERLINK(1).pdf", "<b>vog&amp;.pdf",
    "-rf.pdf", "  .pdf", "..pdf", "e\u0301e\u0301n.pdf", "\u00e9\u00e9n.pdf", "x" * 250 + ".pdf", "\udcff\udcfe.pdf", "%s{0}{file}.pdf",
)  # fmt: skip
"""Names of files that are in order but for that."""
