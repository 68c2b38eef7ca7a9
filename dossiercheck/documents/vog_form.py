"""Is a VOG one on paper or a digital one, printed or scanned; and what about its form is odd."""

import re
from datetime import date

from dossiercheck.documents.places import PlainPage, fact
from dossiercheck.documents.scans import is_scanned
from dossiercheck.facts import Fact, How
from dossiercheck.readers.content import PdfContent

DIGITAL_SINCE = date(2024, 3, 20)
"""The first digital VOGs were issued on this day; one dated earlier is suspect."""
_READ_WELL = 0.9
_ENGLISH = re.compile(
    r"\b(our\s+reference|surname|given\s+names?|date\s+of\s+birth|place\s+of\s+birth)\b", re.IGNORECASE
)
_PAPER_SIGNS = re.compile(
    r"(?:^|  )[Nn]\s?\d{6,10}(?=$|  )|\bN-?nummer\b|\b(?:de\s+heer|mevrouw)\s[^\n]{2,80}\n?[^\n]{0,40}\bgeboren\b"
    r"|^\d{4}\s?[A-Z]{2}\s+[A-Z][\w' -]{2,40}$",
    re.MULTILINE,
)
"""The paper form's number, a person in running text, or a postal address: the digital form has none of these."""
VOG_TITLE = re.compile(r"verklaring\s*omtrent\s*(?:het\s*)?gedrag", re.IGNORECASE)
DIGITAL_PURPOSE = re.compile(
    r"(?:vog|verklaring(?:\s+omtrent\s+het\s+gedrag)?)\s+die\s+u\s+nodig\s+(?:heeft|hebt)\s+voor\s*:?\s*(?P<text>[\s\S]{2,300}?)"
    r"(?=\s+uit\s+de\s+screening|\s+er\s+is\s+bij|\s+uit\s+het\s+onderzoek|\.\s*\n|$)",
    re.IGNORECASE,
)


def form_of(file: str, page: PlainPage, content: PdfContent, issued: Fact[date] | None) -> Fact[str] | None:
    """Paper by its number, address or running text, or because there was nothing else on that date.

    Digital by the labels in two languages, which paper has too: so only where nothing speaks for paper or a scan.
    """
    title = VOG_TITLE.search(page.text)
    words = page.words(*title.span()) if title else page.words(0, min(40, len(page.text)))
    sign = _PAPER_SIGNS.search(page.text)
    if sign:
        return fact(file, "paper", page.words(*sign.span()))
    if len({m.group(1).lower() for m in _ENGLISH.finditer(page.text)}) >= 2:
        told = _plainly_digital(page, issued) if page.page.how is How.OCR else not is_scanned(content)
        return fact(file, "digital", words) if told else None
    if content.encrypted and not is_scanned(content) and DIGITAL_PURPOSE.search(page.text):
        return fact(file, "digital", words)
    return fact(file, "paper", words) if issued and issued.value < DIGITAL_SINCE else None


def _plainly_digital(page: PlainPage, issued: Fact[date] | None) -> bool:
    """Is a scan that bears no sign of the paper form one of the digital form? By its colour, else by its reading well.

    Interpretation: a grey scan is one of the digital form where the part in which paper bears number and address was
    read well and holds neither, and the date allows it.
    """
    if page.page.tint:
        return page.page.tint == "pink"
    above = next((line.start for line in page.lines if VOG_TITLE.search(line.text)), 0)
    read_well = page.page.confidence >= _READ_WELL and above > 0 and not re.search(r"\d{4,}", page.text[:above])
    return read_well and issued is not None and issued.value >= DIGITAL_SINCE


def oddities(form: Fact[str] | None, issued: Fact[date] | None, reference: Fact[str] | None) -> tuple[str, ...]:
    """Hints for a person: never a verdict. That the reference holds the date was seen in two samples only."""
    if not form or form.value != "digital" or not issued:
        return ()
    hints = []
    if issued.value < DIGITAL_SINCE:
        hints.append("digital-before-start")
    digits = re.sub(r"\s", "", reference.value) if reference else ""
    if re.fullmatch(r"\d{19}", digits) and digits[6:14] != issued.value.strftime("%Y%m%d"):
        hints.append("reference-date-differs")
    return tuple(hints)
