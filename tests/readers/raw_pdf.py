"""PDFs written by hand, so that every operator and every fault is under control."""

import zlib
from functools import cache


def stream(content: bytes, entries: str = "", *, flate: bool = False) -> bytes:
    body = zlib.compress(content, 9) if flate else content
    filters = " /Filter /FlateDecode" if flate else ""
    return f"<< /Length {len(body)}{filters} {entries} >>\nstream\n".encode() + body + b"\nendstream"


@cache
def packed(mib: int, unit: bytes) -> bytes:
    """So many MiB of `unit`, compressed without ever being there whole."""
    press = zlib.compressobj(1)
    return b"".join(press.compress(unit * (2**20 // len(unit))) for _ in range(mib)) + press.flush()


def assemble(objects: list[bytes], *, trailer: str = "", header: bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") -> bytes:
    """Objects numbered from 1, the first being the catalogue."""
    out = bytearray(header)
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    xref = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{xref}\n%%EOF\n".encode()
    return bytes(out)


def pdf(
    *contents: str | bytes,
    page: str = "",
    box: str = "0 0 595 842",
    inherited: bool = False,
    resources: str = "",
    extra: tuple[bytes, ...] = (),
    catalogue: str = "",
    count: int | None = None,
    trailer: str = "",
    flate: bool = False,
) -> bytes:
    """One page for each content stream, with Helvetica as /F1. Objects in `extra` are numbered from 4 on.

    `inherited`: the size stands in the page tree and not on the pages, as some tools write it.
    """
    size = f"/MediaBox [{box}]"
    first = 4 + len(extra)
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(contents)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents) if count is None else count} {size if inherited else ''} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *extra,
    ]
    for index, content in enumerate(contents):
        data = content.encode("cp1252") if isinstance(content, str) else content
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {'' if inherited else size} /Contents {first + 2 * index + 1} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {resources} >> {page} >>".encode()
        )
        objects.append(stream(data, flate=flate))
    return assemble(objects, trailer=trailer)


def text(x: float, y: float, words: str, size: float = 10, before: str = "") -> str:
    """Operators that print `words` with their baseline at `y` from below."""
    return f"q {before} BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET Q\n"
