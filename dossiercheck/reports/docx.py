"""Letters as Word documents: the filled Markdown in Word's own styles, or a user's `.docx` with its names filled in.

Of Markdown only what the letters use is understood: headings, lists, bold, paragraphs. The same letter gives the same
bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossiercheck.reports.letter import Filled

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_NAME = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_ESCAPED = re.compile(r"\\(.)|&#(\d+);")
_BOLD = re.compile(r"(?<!\\)\*\*(.+?)(?<!\\)\*\*")
_WRITTEN = (2000, 1, 1, 0, 0, 0)


def letters(texts: Sequence[str]) -> bytes:
    """A document with these letters in Markdown, each on a page of its own."""
    import docx

    document = docx.Document()
    for number, text in enumerate(texts):
        if number:
            document.add_page_break()
        for line in _lines(text):
            _add(document, line)
    return _bytes(document)


def filled_template(template: Path, filled: Filled) -> bytes:
    """A user's document with its names filled in; the paragraph of a list becomes its lines. Raises ValueError."""
    import docx

    try:
        document = docx.Document(str(template))
    except (KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise ValueError("no Word document") from error
    for paragraph in list(_paragraphs(document)):
        _fill(paragraph, filled)
    return _bytes(document)


def _paragraphs(document: "Document") -> "Iterator[Paragraph]":
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs
    for section in document.sections:
        yield from section.header.paragraphs
        yield from section.footer.paragraphs


def _fill(paragraph: "Paragraph", filled: Filled) -> None:
    text = paragraph.text
    names = _NAME.findall(text)
    lists = [name for name in names if isinstance(filled.get(name), tuple)]
    if lists and text.strip() == f"{{{{{lists[0]}}}}}":
        for line in _lines("\n".join(filled[lists[0]])):
            _write(paragraph.insert_paragraph_before(), line, styled=True)
        paragraph._element.getparent().remove(paragraph._element)
        return
    if not any(name in filled for name in names):
        return
    for run in paragraph.runs:
        run.text = _NAME.sub(lambda match: _words(filled, match), run.text)
    if any(name in filled for name in _NAME.findall(paragraph.text)):  # a name torn over several runs of one look
        whole = _NAME.sub(lambda match: _words(filled, match), paragraph.text)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = whole


def _words(filled: Filled, match: re.Match[str]) -> str:
    value = filled.get(match[1])
    if value is None:
        return match[0]
    return _plain(" ".join(value)) if isinstance(value, tuple) else value


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n") if line.strip())


def _add(document: "Document", line: str) -> None:
    _write(document.add_paragraph(), line, styled=True)


def _write(paragraph: "Paragraph", line: str, *, styled: bool) -> None:
    style, words = _style(line)
    if styled and style in {found.name for found in paragraph.part.document.styles}:
        paragraph.style = style
    at = 0
    for bold in _BOLD.finditer(words):
        paragraph.add_run(_plain(words[at : bold.start()]))
        paragraph.add_run(_plain(bold[1])).bold = True
        at = bold.end()
    paragraph.add_run(_plain(words[at:]))


def _style(line: str) -> tuple[str, str]:
    for mark, style in (("## ", "Heading 2"), ("# ", "Heading 1"), ("- ", "List Bullet")):
        if line.startswith(mark):
            return style, line[len(mark) :]
    return "Normal", line


def _plain(text: str) -> str:
    """Markdown's escapes taken off again."""
    return _ESCAPED.sub(lambda match: match[1] or chr(int(match[2])), text)


def _bytes(document: "Document") -> bytes:
    """The same document gives the same bytes: no moment of writing is kept."""
    written = io.BytesIO()
    document.save(written)
    same = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            entry = zipfile.ZipInfo(name, _WRITTEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return same.getvalue()
