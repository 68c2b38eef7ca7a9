"""The papers of a file: one, several after each other, or several on one sheet; each as a document of its own.

Sheets are cut first (`side_by_side`), then pages are gathered into papers (`several`). What cannot be told apart is
none that can be judged.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dossiercheck.documents.model import Document, Kind, several_papers
from dossiercheck.documents.recognise import PdfKind, picture_pages
from dossiercheck.documents.several import Section, of_two_persons, opens_a_paper, sections
from dossiercheck.documents.side_by_side import halves_of, in_stacks, put_back
from dossiercheck.readers import down_the_middle
from dossiercheck.readers.content import Content, PdfContent

_MOST_SHEETS = 20
"""Of a file that are looked at for papers of two persons."""


@dataclass(frozen=True, kw_only=True)
class Recognisers:
    """What tells the papers of a file apart."""

    kinds: Mapping[Kind, PdfKind]
    """Of the papers of a person."""
    others: Sequence[PdfKind]
    """Of what may lie between those."""
    read: Callable[[Content], Document]
    """A part of the file as a document, by all kinds."""


def papers_in(file: str, content: PdfContent, whole: Document, using: Recognisers) -> Document:
    """The file with its papers as parts; `whole`, what it was read as at first, where it holds one."""
    cut = halves_of(content, partial(opens_a_paper, file, content, using.kinds, using.others))
    mixed = _of_two_persons(file, content, using)
    if not cut:
        return _in_doubt(_in_parts(file, content, whole, using), mixed, using)
    halves = replace(using.read(cut.content), pages=content.page_count, text=whole.text)
    found = _in_parts(file, cut.content, halves, using, cut.sheets)
    if not found.parts and found.kind is whole.kind and _told(found) < _told(whole):
        return _in_doubt(_in_parts(file, content, whole, using), mixed, using)
    return _in_doubt(_on_sheets(found, content, cut.sheets), mixed, using)


def _of_two_persons(file: str, content: PdfContent, using: Recognisers) -> set[int]:
    """Sheets with papers of two persons beside each other that could not be cut, for something stands across them."""
    sheets = ((page.number, two) for page in content.pages[:_MOST_SHEETS] if (two := down_the_middle(page)))
    return {number for number, two in sheets if of_two_persons(file, content, using.kinds, using.others, two)}


def _in_doubt(found: Document, mixed: set[int], using: Recognisers) -> Document:
    """The same; what lies on such a sheet is none that can be judged."""
    if found.parts:
        parts = (_in_doubt(part, mixed, using) if mixed & {*part.part_pages} else part for part in found.parts)
        return replace(found, parts=tuple(parts))
    return replace(found, paper=several_papers(found.kind), facts=()) if mixed and found.kind in using.kinds else found


def _told(document: Document) -> int:
    """How many facts were found: more on the whole than in two halves, where labels stand left and values right."""
    return sum(fact.value is not None for fact in document.facts)


def _on_sheets(found: Document, content: PdfContent, sheets: tuple[int, ...]) -> Document:
    """What was recognised on halves of sheets, in a part or a whole."""
    return replace(
        found,
        pages=content.page_count,
        paper=put_back(found.paper, sheets),
        facts=put_back(found.facts, sheets),
        parts=tuple(_on_sheets(part, content, sheets) for part in found.parts),
        part_pages=tuple(dict.fromkeys(sheets[number - 1] for number in found.part_pages)),
        picture_pages=tuple(dict.fromkeys(sheets[number - 1] for number in found.picture_pages)),
    )


def _in_parts(
    file: str,
    content: PdfContent,
    whole: Document,
    using: Recognisers,
    sheets: tuple[int, ...] = (),
) -> Document:
    """The papers of a file that holds several; the `whole` where it holds one. `sheets`: where its pages are halves."""
    found = sections(file, content, using.kinds, using.others)
    if len(found) == 1 and (whole.kind is not Kind.OTHER or _is_whole(found[0], content)):
        return whole
    alone = [using.read(section.content) for section in found]
    mixed = in_stacks(found, [one.kind in (Kind.CONTRACT, Kind.OTHER) for one in alone], sheets)
    parts = tuple(
        replace(
            _judged(one, section, stacked), part=rank, part_pages=section.pages, picture_pages=picture_pages(content)
        )
        for rank, (one, section, stacked) in enumerate(zip(alone, found, mixed, strict=True), start=1)
    )
    if len(parts) == 1:
        better = parts[0].kind is not Kind.OTHER
        return replace(parts[0], pages=content.page_count, part=0, part_pages=(), text=whole.text) if better else whole
    first = next((part for part in parts if part.kind is not Kind.OTHER), parts[0])
    return replace(first, pages=content.page_count, part=0, part_pages=(), parts=parts, text=whole.text)


def _is_whole(section: Section, content: PdfContent) -> bool:
    """Is it one paper beyond doubt, on all pages? Then it was read already."""
    return section.doubt is None and section.content.pages == content.pages


def _judged(found: Document, section: Section, stacked: bool) -> Document:
    """One paper of several. Where it may be two, it is none that can be judged."""
    doubt = Kind.CONTRACT if stacked and found.kind is Kind.CONTRACT else section.doubt
    if doubt is None:
        return found
    return replace(found, kind=doubt, paper=several_papers(doubt), facts=())
