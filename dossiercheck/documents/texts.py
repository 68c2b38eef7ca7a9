"""Content -> the text of a document line by line, for checks that look for words and not for facts."""

from collections.abc import Iterator

from dossiercheck.documents.model_locations import TextLine, TextPage
from dossiercheck.documents.places import plain_pages
from dossiercheck.facts import How, Place
from dossiercheck.readers.content import Content, PdfContent, Row, Sheet, TextContent, WorkbookContent

MOST_LINES = 20_000
"""Lines of a document that are kept."""


def text_pages(file: str, content: Content, *, boxes: bool) -> tuple[TextPage, ...]:
    """The pages or sheets that hold text. `boxes` asks for the box of each line too, which takes time."""
    left = MOST_LINES
    found: list[TextPage] = []
    for page in _pages(file, content, boxes=boxes):
        if left <= 0:
            break
        lines = page.lines[:left]
        left -= len(lines)
        if lines:
            found.append(TextPage(number=page.number, lines=lines))
    return tuple(found)


def _pages(file: str, content: Content, *, boxes: bool) -> Iterator[TextPage]:
    match content:
        case PdfContent():
            yield from _printed(file, content, boxes=boxes)
        case WorkbookContent():
            yield from (_sheet(file, sheet) for sheet in content.sheets)
        case TextContent():
            lines = content.text.splitlines()
            yield TextPage(
                number=None,
                lines=tuple(TextLine(text=line, place=Place(file=file)) for line in lines if line.strip()),
            )
        case _:
            return


def _printed(file: str, content: PdfContent, *, boxes: bool) -> Iterator[TextPage]:
    for plain in plain_pages(content):
        number, how = plain.page.number, plain.page.how
        lines = []
        for line in plain.lines:
            sure = line.words.confidence if how is How.OCR else plain.page.confidence
            box = line.words.box if boxes else None
            place = Place(file=file, page=number, how=how, confidence=sure, box=box)
            lines.append(TextLine(text=line.text.strip(), place=place))
        yield TextPage(number=number, lines=tuple(lines))


def _sheet(file: str, sheet: Sheet) -> TextPage:
    return TextPage(number=None, lines=tuple(_row(file, sheet, row) for row in sheet.rows if row.cells))


def _row(file: str, sheet: Sheet, row: Row) -> TextLine:
    text = "  ".join(" ".join(cell.shown.split()) for cell in row.cells if cell.shown.strip())
    return TextLine(text=text, place=Place(file=file, cell=f"{sheet.name}!{row.cells[0].ref}", how=How.CELL))
