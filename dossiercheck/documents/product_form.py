"""The product form (PDC): which products a provider wants to deliver, as marked or listed on it.

The words are given as printed; which product of the set each of them is, the requirement's word list says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.heads import headed
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_organisation import ProductForm
from dossiercheck.documents.places import PlainLine, PlainPage, Words, fact, plain_pages
from dossiercheck.documents.signed_by_hand import signed_by_hand
from dossiercheck.facts import Fact
from dossiercheck.findings import FactView
from dossiercheck.patterns import later
from dossiercheck.readers.content import PdfContent

_TITLE = later(
    r"\bproduct(?:en)?-?\s?formulier|\bproduct(?:en)?-?\s*(?:en|/|&)?\s*diensten-?\s?catalogus|\bPDC\b|\baanmeldformulier\s+product",
    re.IGNORECASE,
)
_LETTER = later(r"^(?:geachte|beste|bijgaand)\b", re.IGNORECASE | re.MULTILINE)
_CARE = later(
    r"\bbegeleiding\b|\bdagbesteding|\bgroepsbegeleiding|\bhulp\b|\bverblijf|\bkortdurend|\bBG[IG]\b|\bindividueel|\bwonen\b|\bondersteuning\b|\bvervoer\b",
    re.IGNORECASE,
)
_MARK = later(r"^\s*(?P<mark>\[\s*[xXvV✓✔]\s*\]|[☒☑✓✔✗✘]|\(\s*[xX]\s*\)|[xX](?=\s))\s*(?P<x>\S.*)$")
_BLANK = later(r"^\s*(?P<mark>\[\s*\]|[☐□○]|\(\s*\)|_{1,3})\s*(?P<x>\S.*)$")
_YES = later(r"^(?:ja|yes|x|v|✓|✔|☒|☑)$", re.IGNORECASE)
_NO = later(r"^(?:nee|neen|no|-|☐)$", re.IGNORECASE)
_REFUSED = later(r"\b(?:niet|geen|not|vervallen|vervalt|doorgehaald|n\.?v\.?t)(?!\w)", re.IGNORECASE)
_HEADING = later(
    r"[:?]\s*$|\bkruis\b|\bnaam\b|\bformulier\b|\bcatalogus\b|\bproducten\b|\bPDC\b|\bB\.?V\.?(?!\w)|\bstichting\b",
    re.IGNORECASE,
)


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim a product form by its title."""
    pages = plain_pages(content, limit=4)
    if not pages or headed(pages[0], _TITLE, lines=8) is None or _LETTER.search(pages[0].text):
        return None
    paper = replace(_read(file, pages), signed=signed_by_hand(file, content))
    chosen = tuple(f.value for f in paper.chosen)
    place = paper.chosen[0].place if paper.chosen else None
    return Claim(
        kind=Kind.PRODUCT_FORM,
        paper=paper,
        confidence=0.85,
        facts=(FactView(name="chosen", value=chosen or None, place=place),),
    )


def _read(file: str, pages: Sequence[PlainPage]) -> ProductForm:
    chosen: list[Words] = []
    refused: list[Words] = []
    listed: list[Words] = []
    for line in (line for page in pages for line in page.lines):
        for marked, words in _on(line):
            (listed if marked is None else chosen if marked else refused).append(words)
    if not chosen and not refused:
        chosen = [words for words in listed if _says(words.text) is not False]
    return ProductForm(chosen=_facts(file, chosen), refused=_facts(file, refused))


def _on(line: PlainLine) -> Iterator[tuple[bool | None, Words]]:
    """The products on a line, and whether they are marked; None: listed without any mark."""
    cells = line.cells
    for number, cell in enumerate(cells):
        for marked, pattern in ((True, _MARK), (False, _BLANK)):
            match = pattern.match(cell.text)
            if match and _CARE.search(match["x"]):
                yield marked, cell.part(match.start("x"), match.end("x"))
                return
        if not _CARE.search(cell.text) or _HEADING.search(cell.text):
            continue
        answers = [other.text for other in (*cells[number + 1 :], *cells[:number])]
        if any(_YES.match(answer) for answer in answers):
            yield True, cell
        elif any(_NO.match(answer) for answer in answers):
            yield False, cell
        elif len(cells) == 1:
            yield _says(cell.text) or None, cell
        return


def _says(line: str) -> bool | None:
    """Does a line that stands by itself say yes or no to its product? `Dagbesteding: nee`, `Wij leveren niet: …`."""
    answer = re.split(r"[:?–-]\s*|\s\(|\s+(?=\w+\W*$)", line.rstrip(" .)"))[-1]
    if _NO.match(answer) or _REFUSED.search(line):
        return False
    return True if _YES.match(answer) else None


def _facts(file: str, found: Sequence[Words]) -> tuple[Fact[str], ...]:
    return tuple(fact(file, words.text, words) for words in found)
