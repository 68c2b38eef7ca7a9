"""Letters as Word documents: the filled Markdown in Word's own styles, or a user's `.docx` with its names filled in.

Of Markdown only what the letters use is understood: headings, lists, bold, paragraphs. The same letter gives the same
bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
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


def letters(texts: Sequence[str], lang: str) -> bytes:
    """A document with these letters in Markdown, each on a page of its own."""
    import docx

    document = docx.Document()
    _own(document, lang)
    for number, text in enumerate(texts):
        if number:
            document.add_page_break()
        for line in _lines(text):
            _add(document, line)
    return _bytes(document)


def filled_template(template: Path, letters: Sequence[Filled]) -> bytes:
    """A user's document, for each letter once, with its names filled in. Raises ValueError.

    The paragraph of a list becomes its lines. Heads and feet of pages belong to all letters: only what is the same in
    each of them is filled in there.
    """
    import docx
    from docx.text.paragraph import Paragraph

    try:
        document = docx.Document(str(template))
    except (KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise ValueError("no Word document") from error
    body = document.element.body
    blocks = [block for block in body if not block.tag.endswith("}sectPr")]
    copies = [blocks, *([deepcopy(block) for block in blocks] for _ in letters[1:])]
    for copy, filled in zip(copies, letters, strict=True):
        if copy is not blocks:
            document.add_page_break()
            for block in copy:
                body.insert_element_before(block, "w:sectPr")
        found = [one for block in copy for one in block.iter(f"{block.tag.rpartition('}')[0]}}}p")]
        for one in found:
            _fill(Paragraph(one, document._body), filled)
    everywhere = {name: value for name, value in letters[0].items() if all(one.get(name) == value for one in letters)}
    for section in document.sections:
        for paragraph in [*section.header.paragraphs, *section.footer.paragraphs]:
            _fill(paragraph, everywhere)
    return _bytes(document)


def _own(document: "Document", lang: str) -> None:
    """The library's own start of a document, made ours: its language, and no other author."""
    properties = document.core_properties
    properties.author = properties.comments = ""
    properties.language = {"nl": "nl-NL"}.get(lang, "en-GB")
    for language in document.styles.element.xpath("//w:rPrDefault//w:lang"):
        for name in language.attrib:
            if name.endswith("}val"):
                language.set(name, properties.language)


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
    runs = paragraph.runs
    if [name for run in runs for name in _NAME.findall(run.text)] != names:  # torn over several runs of one look
        runs[0].text = text
        for run in runs[1:]:
            run.text = ""
    for run in runs:
        run.text = _NAME.sub(lambda match: _words(filled, match), run.text)


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
