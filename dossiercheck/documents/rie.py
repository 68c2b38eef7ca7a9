"""The papers of a risk assessment (RI&E): the inventory, the action plan that follows from it, the reviewer's letter.

Which of these a paper is follows from its titles; a report may hold several. An action plan may be a workbook.
"""

import re
from collections.abc import Sequence

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_locations import RiePart, RiskAssessment
from dossiercheck.documents.places import Words, fact, plain_pages, view
from dossiercheck.documents.table_header import find_header
from dossiercheck.documents.table_layout import TableLayout
from dossiercheck.documents.title_lines import titles
from dossiercheck.facts import Fact, How, Place
from dossiercheck.findings import FactView
from dossiercheck.patterns import later
from dossiercheck.readers.content import PdfContent, Row, WorkbookContent

_RIE = later(
    r"risico-?\s?inventarisatie|\bRI\s?[&+]\s?E\b|\bRI(?:-|/)?E\b|\bRI en E\b|arbeidsomstandigheden"
    r"|arbo-?\s?(?:actieplan|zorg|plan|beleidsplan)",
    re.IGNORECASE,
)
_PLAN = later(
    r"plan\s+van\s+aanpak|actie-?\s?(?:plan|lijst)|maatregelen-?\s?(?:plan|lijst)|verbeterplan|\bPvA\b", re.IGNORECASE
)
_REVIEW = later(
    r"toets(?:ing|ings?\w*|verklaring|rapport|brief|verslag)?\b"
    r"|(?:beoordeling|review|certificering)\s+(?:van\s+)?(?:de\s+|uw\s+)?(?:RI|risico)",
    re.IGNORECASE,
)
_NOT_YET = later(
    r"\b(?:offerte|aanvraag|opdrachtbevestiging|factuur|aanbieding|voorstel|planning\s+toetsing)\b", re.IGNORECASE
)
"""Papers that only lead to a review."""
_OTHER = later(
    r"\b(?:jaarverslag|notulen|cursus|training|certificaat|handboek|functieprofiel|vacature|beleidsplan)\b",
    re.IGNORECASE,
)
_LEAD, _PLAN_LEAD = 60, 25
"""Letters that may stand before the words in a title."""
_COLUMNS = (
    later(r"\b(?:risico|knelpunt|gevaar|bevinding|onderwerp)", re.IGNORECASE),
    later(r"\b(?:maatregel|actie|oplossing|verbeter)", re.IGNORECASE),
    later(r"\b(?:prioriteit|urgentie|prio\b|klasse|score|ernst)", re.IGNORECASE),
    later(
        r"\b(?:gereed|planning|deadline|termijn|wanneer|einddatum|streefdatum|datum|voor\s+wanneer|status)",
        re.IGNORECASE,
    ),
    later(r"\b(?:verantwoordelijke?|wie\b|door\b|uitvoer|eigenaar)", re.IGNORECASE),
)
"""The columns of an action plan in a table."""
_COLUMNS_NEEDED = 3


def recognise(file: str, content: PdfContent) -> Claim | None:
    """The paper of a risk assessment in this file; None where it is something else."""
    pages = plain_pages(content)
    first = titles(pages[0]) if pages else ()
    about_it = bool(pages) and bool(_RIE.search(pages[0].text))
    title = next((head for head in first if _is_title(head) or (about_it and _is_plan(head.text))), None)
    if title is None or _NOT_YET.search(first[0].text) or _OTHER.search(first[0].text):
        return None
    heads = [head.text for page in pages for head in titles(page, 60)]
    named = fact(file, title.text, title)
    return _claim(named, _parts(heads, letter=any(_REVIEW.search(head.text) for head in first)))


def recognise_table(file: str, content: WorkbookContent, layout: TableLayout) -> Claim | None:
    """An action plan that is a workbook; None where it is something else."""
    for sheet in content.sheets:
        if find_header(sheet, layout):
            return None
        row = next((row for row in sheet.rows[:60] if _is_plan_header(row)), None)
        if row is None:
            continue
        text = " | ".join(cell.shown for cell in row.cells)[:200]
        place = Place(file=file, cell=f"{sheet.name}!{row.cells[0].ref}", text=text, how=How.CELL)
        return _claim(Fact(value=text, place=place), (RiePart.ACTION_PLAN,))
    return None


def _is_title(head: Words) -> bool:
    found = _RIE.search(head.text)
    return bool(found and found.start() <= _LEAD)


def _is_plan(head: str) -> bool:
    """Is this the title of an action plan? Deep in a line the words are a sentence's."""
    found = _PLAN.search(head)
    return bool(found and found.start() <= _PLAN_LEAD)


def _parts(heads: Sequence[str], *, letter: bool) -> tuple[RiePart, ...]:
    """What the titles say; a paper that is called a review is none of the others unless a title of its own says so."""
    plan = any(_is_plan(head) and not _REVIEW.search(head) for head in heads)
    parts = [RiePart.ACTION_PLAN] if plan else []
    parts += [RiePart.REVIEW] if letter else []
    return tuple(parts) or (RiePart.INVENTORY,)


def _is_plan_header(row: Row) -> bool:
    cells = [cell.shown for cell in row.cells if len(cell.shown) <= 60]
    fits = sum(any(column.search(cell) for cell in cells) for column in _COLUMNS)
    measures = any(_COLUMNS[1].search(cell) for cell in cells)
    return measures and fits >= _COLUMNS_NEEDED and len(cells) >= _COLUMNS_NEEDED


def _claim(title: Fact[str], parts: tuple[RiePart, ...]) -> Claim:
    facts = (view("title", title), FactView(name="parts", value=tuple(part.value for part in parts), place=title.place))
    return Claim(kind=Kind.RIE, paper=RiskAssessment(title=title, parts=parts), confidence=0.85, facts=facts)
