"""Pictures of paper: what is a scan, and what kind of paper a file's name promises."""

import re
import unicodedata

from dossiercheck.documents.model import Kind
from dossiercheck.facts import How, SealState
from dossiercheck.readers.content import Page, PdfContent

_SCANNERS = re.compile(
    r"\bscan|scanner|\bOCR|paper\s?capture|abbyy|finereader|readiris|omnipage|tesseract|camscanner|\blens\b|konica|ricoh|xerox"
    r"|canon|kyocera|lexmark|brother|epson|toshiba|sharp\s|hp\s+(?:officejet|laserjet|digital)|workcentre|bizhub|imagerunner",
    re.IGNORECASE,
)
_LEAST_SHARE = 0.15
"""Share of a page without text that a picture covers, where the page is a picture of paper."""
_NAMES: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.VOG, r"\bvogs?\b|verklaring omtrent|omtrent (?:het )?gedrag"),
        (Kind.EVC_CERTIFICATE, r"\bevc\b|compet(?:entie|ie)bewijs|ervaringscertificaat|vakbekwaamheidsbewijs"),
        (Kind.DIPLOMA, r"diploma|getuigschrift|\bduo\b|\bbul\b|cijferlijst|\bmbo\s?[1-4]?\b|\bhbo\b"),
        (Kind.PERSONNEL_TABLE, r"personeels?(?:tabel|lijst|overzicht)"),
        (Kind.SUBCONTRACT, r"onderaannem"),
        (Kind.CONTRACT, r"arbeids(?:overeenkomst|contract)|\bcontract|\bovk\b|\bao\b|overeenkomst|aanstelling"),
        (Kind.SAMPLE, r"steekproef"),
        (Kind.LOCATION_OVERVIEW, r"locatie(?:s|overzicht)?\b"),
        (Kind.EVACUATION_PLAN, r"ontruiming|calamiteitenplan|bedrijfsnoodplan"),
        (Kind.RIE, r"\brie\b|\bri e\b|risico ?inventarisatie"),
        (Kind.KVK_EXTRACT, r"\bkvk\b|handelsregister"),
        (Kind.BANK_STATEMENT, r"\bbank|rekening(?:afschrift|overzicht)"),
        (Kind.TAX_STATEMENT, r"betalingsgedrag|belastingdienst|fiscale"),
        (Kind.INSURANCE, r"polis|verzekering"),
        (Kind.QUALITY_MANUAL, r"kwaliteits?(?:hand)?boek|handboek"),
        (Kind.QUALITY_CERTIFICATE, r"\biso ?\d{4}|\bhkz\b|keurmerk"),
        (Kind.CARE_PLAN, r"(?:zorg|begeleidings|ondersteunings|zorgleef|hulpverlenings)plan"),
        (Kind.PERMIT_CHECK, r"vergunning(?:s|en)?check"),
        (Kind.PERMIT, r"vergunning\b|gebruiksmelding"),
        (Kind.PRODUCT_FORM, r"product(?:en)?formulier|\bpdc\b"),
    )
)


def is_scanned(content: PdfContent) -> bool:
    """Are its pages pictures of paper? Also where a scanner laid the words it read behind them.

    A background picture makes no scan: sealed or encrypted files with text are as they were issued.
    """
    if content.is_scan or content.image_format:
        return True
    if any(page.how is How.OCR and page.image_share > _LEAST_SHARE for page in content.pages):
        return True
    if content.encrypted or content.seal.state is not SealState.NONE or not content.pages:
        return False
    pictures = all(page.image_share > 0.6 for page in content.pages)
    return pictures and bool(_SCANNERS.search(f"{content.producer} {content.creator}"))


def kind_by_words(content: PdfContent) -> Kind | None:
    """What a scan of which nothing was made of seems to be, by a title that stands by itself or the rows of a form."""
    scans = [page for page in content.pages if page.how is How.OCR]
    titled = any(_VOG_TITLE.fullmatch(span.text) for page in scans for line in page.lines for span in line.spans)
    return Kind.VOG if titled or any(has_rows_of_a_vog(page) for page in scans) else None


def has_rows_of_a_vog(page: Page) -> bool:
    """Does it ask what the front of a VOG does? Also where the title was torn off or not read."""
    return len({row for row in _VOG_ROWS if row.search(page.text)}) >= _MOST_OF_THEM


def holds_two_vogs(page: Page) -> bool:
    """Does it ask most of it twice? Then two are on one sheet, and which date is whose cannot be told."""
    return sum(len(row.findall(page.text)) > 1 for row in _VOG_ROWS) >= _SOME_OF_THEM


_VOG_TITLE = re.compile(r"\W*verklaring\s+omtrent\s+(?:het\s+)?gedrag\W*", re.IGNORECASE)
_VOG_ROWS = tuple(
    re.compile(row, re.IGNORECASE)
    for row in (
        r"\bgeslachtsnaam",
        r"\b(?:tussenvoegsel|voorvoegsel)",
        r"\bvoorna\W?a?\W?m",
        r"\bgeboortedatum|\bgeboren\s+op",
        r"\bgeboorteplaats|\bgeboren\s+te",
        r"screeningsprofiel|volgende\s+profiel",
        r"bezwa(?:ren|ar)\b",
    )
)
_MOST_OF_THEM, _SOME_OF_THEM = 5, 4


def kind_by_name(file: str) -> Kind | None:
    """The kind that the file's name promises, else that of its folders; None where it promises none or two."""
    for part in reversed(file.split("/")):
        flat = unicodedata.normalize("NFKC", part).lower().rpartition(".")[0] if part == file.split("/")[-1] else part
        words = re.sub(r"[\W_]+", " ", flat.lower())
        kinds = {kind for kind, pattern in _NAMES if pattern.search(words)}
        if kinds == {Kind.PERMIT, Kind.PERMIT_CHECK}:
            return Kind.PERMIT_CHECK
        if kinds == {Kind.CONTRACT, Kind.SUBCONTRACT}:
            return Kind.SUBCONTRACT
        if kinds:
            return next(iter(kinds)) if len(kinds) == 1 else None
    return None
