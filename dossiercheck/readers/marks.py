"""What is on a PDF page besides text: pictures, drawn signatures and stamps, and text objects that paint nothing."""

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossiercheck.facts import Box
from dossiercheck.readers.glyphs import ToDisplay, address_of
from dossiercheck.readers.text import clean

_MAX_OBJECTS = 20_000
_MAX_DEPTH = 5
_PEN_PIECES = 5
"""A path of more is no line or box."""
_MANY_PATHS = 60
"""Some programs draw each stretch of a pen as a path of its own."""
_MAX_ANNOTATIONS = 1_000
_MAX_COMMENT = 8_000
"""Bytes of one annotation's words that are read."""
_MAX_NAME_BYTES = 2**16
_MAX_NAME = 2_000
"""Characters that are kept of an attachment's name: its last ones, for its ending tells what it is."""
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cover:
    """A picture or filled shape that hides what was painted before it."""

    box: Box
    rank: int
    """Its place in the order of painting."""
    image: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Marks:
    """The page's pictures, what may cover text, and its text objects by address. Boxes as shown."""

    images: tuple[Box, ...]
    covers: tuple[Cover, ...]
    ranks: Mapping[int, int]
    """Of each text object its place in the order of painting."""
    invisible: frozenset[int]
    anything: bool
    """There is at least one object on the page."""
    drawn: bool
    """There is a picture, a shading or a path of many pieces on it: something that may be a pen's."""


def read_marks(page: object, to_display: ToDisplay) -> Marks:
    """Look at every object of the page, those inside forms too (up to a limit)."""
    import pypdfium2.raw as pdfium

    covers: list[Cover] = []
    ranks: dict[int, int] = {}
    invisible: set[int] = set()
    anything = drawn = False
    paths = 0
    rank = 0
    for rank, (found, matrix) in enumerate(_objects(page)):
        anything = True
        kind = pdfium.FPDFPageObj_GetType(found)
        drawn = drawn or _is_drawn(found, kind)
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            ranks[address_of(found)] = rank
            if _paints_nothing(pdfium.FPDFTextObj_GetTextRenderMode(found)):
                invisible.add(address_of(found))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_PATH and _is_opaque_area(found)):
            box = _bounds(found, matrix, to_display)
            covers.append(Cover(box=box, rank=rank, image=kind == pdfium.FPDF_PAGEOBJ_IMAGE))
    return Marks(
        images=tuple(cover.box for cover in covers if cover.image),
        covers=tuple(covers),
        ranks=ranks,
        invisible=frozenset(invisible),
        anything=anything,
        drawn=drawn or paths > _MANY_PATHS or rank >= _MAX_OBJECTS - 1,
    )


def read_ink(page: object, to_display: ToDisplay) -> Iterator[Box]:
    """Boxes of drawn (/Ink) and stamped (/Stamp) annotations."""
    import pypdfium2.raw as pdfium

    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        rect = pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetSubtype(annotation) in (
            pdfium.FPDF_ANNOT_INK,
            pdfium.FPDF_ANNOT_STAMP,
        ) and pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
            yield to_display(rect.left, rect.bottom, rect.right, rect.top)
        pdfium.FPDFPage_CloseAnnot(annotation)


def read_comments(page: object) -> Iterator[str]:
    """What annotations say: notes, comments on marked words, texts in boxes."""
    import pypdfium2.raw as pdfium

    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        size = min(pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0), _MAX_COMMENT)
        buffer = ctypes.create_string_buffer(max(size, 2))
        letters = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", letters, size)
        text = clean(buffer.raw.decode("utf-16-le", "replace").split("\x00")[0])
        if text:
            yield text
        pdfium.FPDFPage_CloseAnnot(annotation)


def read_attached(page: object) -> Iterator[str]:
    """Names of the files that are attached to a spot of the page."""
    import pypdfium2.raw as pdfium

    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_FILEATTACHMENT:
            yield name_of_attachment(pdfium.FPDFAnnot_GetFileAttachment(annotation))
        pdfium.FPDFPage_CloseAnnot(annotation)


def name_of_attachment(attachment: object) -> str:
    """Its file name; empty where it has none, or one beyond all measure."""
    import pypdfium2.raw as pdfium

    size = min(pdfium.FPDFAttachment_GetName(attachment, None, 0), _MAX_NAME_BYTES)
    buffer = ctypes.create_string_buffer(max(size, 2))
    pdfium.FPDFAttachment_GetName(attachment, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return clean(buffer.raw.decode("utf-16-le", "replace").split("\x00")[0])[-_MAX_NAME:]


def share_of(boxes: tuple[Box, ...], width: float, height: float) -> float:
    """Share of the page that `boxes` cover, 0 to 1; overlaps count twice up to that."""
    covered = 0.0
    for left, top, right, bottom in boxes:
        covered += max(0.0, min(right, width) - max(left, 0.0)) * max(0.0, min(bottom, height) - max(top, 0.0))
    return min(1.0, covered / max(width * height, 1.0))


def _paints_nothing(render_mode: int) -> bool:
    """3: neither fill nor stroke; 7: only adds to the clipping path. The unknown (-1) counts as painted."""
    return render_mode in (3, 7)


def _is_drawn(found: object, kind: int) -> bool:
    import pypdfium2.raw as pdfium

    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        return bool(pdfium.FPDFPath_CountSegments(found) > _PEN_PIECES)
    return kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING)


def _is_opaque_area(path: object) -> bool:
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)) or not fill.value:
        return False
    return not pdfium.FPDFPageObj_HasTransparency(path)


def _objects(page: object) -> Iterator[tuple[object, Matrix]]:
    import pypdfium2.raw as pdfium

    left = _MAX_OBJECTS
    pending: list[tuple[object, Matrix, int]] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), left)):
        pending.append((pdfium.FPDFPage_GetObject(page, index), _SAME, 0))
    pending.reverse()
    while pending and left > 0:
        found, matrix, depth = pending.pop()
        left -= 1
        if not found:
            continue
        yield found, matrix
        if depth < _MAX_DEPTH and pdfium.FPDFPageObj_GetType(found) == pdfium.FPDF_PAGEOBJ_FORM:
            inner = _times(_matrix(found), matrix)
            count = min(pdfium.FPDFFormObj_CountObjects(found), left)
            pending.extend(
                (pdfium.FPDFFormObj_GetObject(found, index), inner, depth + 1) for index in reversed(range(count))
            )


def _matrix(found: object) -> Matrix:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(found, ctypes.byref(matrix)):
        return _SAME
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _bounds(found: object, matrix: Matrix, to_display: ToDisplay) -> Box:
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(found, *(ctypes.byref(side) for side in sides))
    left, bottom, right, top = (side.value for side in sides)
    a, b, c, d, e, f = matrix
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in (left, right) for y in (bottom, top)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return to_display(min(across), min(up), max(across), max(up))
