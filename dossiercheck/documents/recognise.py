"""From the content of a file to a `Document`: the claims of all kinds are weighed against each other.

A file that two kinds claim with like confidence is Unrecognised: neither may win by chance. Nothing that a file holds
stops the run: a recogniser that fails makes its file unreadable, with that reason.
"""

import hashlib
from collections.abc import Callable, Sequence
from typing import assert_never

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.contracts.perhaps import may_be_a_contract
from dossiercheck.documents.model import Declared, Document, Kind, Manifest, Unreadable, Unrecognised
from dossiercheck.documents.scans import is_scanned, kind_by_name, kind_by_words
from dossiercheck.documents.table_layout import TableLayout
from dossiercheck.documents.vocabulary import Vocabulary
from dossiercheck.facts import How, Seal, SealFault, SealState
from dossiercheck.findings import Reason
from dossiercheck.readers.content import (
    Content,
    ImageContent,
    NotADocument,
    PdfContent,
    TextContent,
    Unread,
    WorkbookContent,
)

PdfKind = Callable[[str, PdfContent], Claim | None]
TableKind = Callable[[str, WorkbookContent, TableLayout], Claim | None]

LIKE = 0.12
"""Claims that differ by less than this are alike."""


def weigh(
    file: str,
    content: Content,
    vocabulary: Vocabulary,
    *,
    pdf_kinds: Sequence[PdfKind],
    table_kinds: Sequence[TableKind],
) -> Claim:
    """The claim that holds for this file; one of Unrecognised or Unreadable where no kind's does."""
    try:
        match content:
            case PdfContent():
                return _pdf(file, content, pdf_kinds)
            case WorkbookContent():
                claims = [kind(file, content, vocabulary.table) for kind in table_kinds]
                return _strongest(file, claims) or _unknown(file, "not-recognised")
            case ImageContent():
                return _unknown(file, "image-needs-ocr", kind=Kind.UNREADABLE)
            case TextContent():
                return _text(file)
            case Unread():
                unread = Unreadable(reason=content.reason, say=content.say, values=content.values)
                return Claim(kind=Kind.UNREADABLE, paper=unread, confidence=1.0)
            case NotADocument():
                return _no_document(file, content)
            case _:
                assert_never(content)
    except Exception as error:  # whatever a file does to a recogniser stays that file's own trouble
        failed = Unreadable(
            reason=Reason.INTERNAL_ERROR, say="recogniser-failed", values={"error": type(error).__name__}
        )
        return Claim(kind=Kind.UNREADABLE, paper=failed, confidence=0.0)


def document(file: str, sha256: str, size: int, content: Content, claim: Claim) -> Document:
    """The document: what was claimed, with what the reader knows of the file."""
    pdf = content if isinstance(content, PdfContent) else None
    return Document(
        file=file,
        sha256=sha256,
        size=size,
        kind=claim.kind,
        paper=claim.paper,
        confidence=claim.confidence,
        pages=pdf.page_count if pdf else 0,
        scanned=is_scanned(pdf) if pdf else isinstance(content, ImageContent),
        seal=pdf.seal if pdf else _UNSEEN_SEAL if _is_shut_pdf(file, content) else None,
        producer=pdf.producer if pdf else "",
        facts=claim.facts,
        attached=_attached_papers(pdf) if pdf else (),
        picture_pages=picture_pages(pdf) if pdf and _was_typed(pdf) else (),
        unread_pages=pdf.pages_unread if pdf else 0,
        text_sha256=_text_fingerprint(pdf) if pdf else "",
        no_sheet=claim.kind is Kind.UNREADABLE and isinstance(content, PdfContent | ImageContent) and content.no_sheet,
    )


def _text_fingerprint(content: PdfContent) -> str:
    """One hash over the letters and figures of all pages. What was read off a picture may differ each time: none."""
    if any(page.how is not How.TEXT for page in content.pages):
        return ""
    letters = "".join(char for page in content.pages for char in page.text.casefold() if char.isalnum())
    return hashlib.sha256(letters.encode("utf-8", "replace")).hexdigest() if len(letters) >= _LEAST_LETTERS else ""


def picture_pages(content: PdfContent) -> tuple[int, ...]:
    """The pages that are a picture on which nothing could be read."""
    return tuple(page.number for page in content.pages if page.is_scan)


def _was_typed(content: PdfContent) -> bool:
    """Has it pages with text of their own? In a file that is scanned whole, empty backs are nothing strange."""
    return any(page.how is How.TEXT and len(page.text) >= _LEAST_LETTERS for page in content.pages)


def _attached_papers(content: PdfContent) -> tuple[str, ...]:
    """Attachments that may be papers; data for programs (`factur-x.xml`) is none."""
    return tuple(
        name for name in content.attachments if name.lower().endswith((*PAPER_ENDINGS, *TABLE_ENDINGS, ".csv"))
    )


_LEAST_LETTERS = 100


_UNSEEN_SEAL = Seal(state=SealState.UNDECIDED, fault=SealFault.UNREADABLE)


def _is_shut_pdf(file: str, content: Content) -> bool:
    """A PDF that could not be opened: whether it bears a seal cannot be told."""
    return isinstance(content, Unread) and file.lower().endswith(".pdf")


_JUNK = frozenset({"junk-file", "shortcut-file", "link-to-folder", "archive-opened"})
PAPER_ENDINGS = (
    *(".pdf", ".docx", ".doc", ".odt", ".rtf", ".zip", ".msg", ".eml", ".mht"),
    *(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".heif", ".webp"),
)
"""Of files that may be, or hold, a paper that stands in no table."""
TABLE_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
"""Of workbooks."""
_DOCUMENT_ENDINGS = (".pdf", ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".docx", ".doc", ".jpg", ".jpeg", ".png", ".tif")


def _no_document(file: str, content: NotADocument) -> Claim:
    """Junk is nobody's loss. What could be a paper and was not read (an empty PDF, a Word file) is for a person."""
    harmless = content.say in _JUNK or (content.say == "empty-file" and not file.lower().endswith(_DOCUMENT_ENDINGS))
    if harmless:
        other = Unrecognised(say=content.say, values=content.values, hint=Kind.OTHER)
        return Claim(kind=Kind.OTHER, paper=other, confidence=1.0)
    unread = Unreadable(reason=Reason.UNREADABLE, say=content.say, values=content.values)
    return Claim(kind=Kind.UNREADABLE, paper=unread, confidence=1.0)


def _pdf(file: str, content: PdfContent, kinds: Sequence[PdfKind]) -> Claim:
    if content.is_scan:
        return _unknown(file, "scan-needs-ocr", kind=Kind.UNREADABLE)
    if not any(page.text.strip() for page in content.pages):
        return _unknown(file, "no-text", kind=Kind.UNREADABLE)
    claim = _strongest(file, [kind(file, content) for kind in kinds])
    if claim is None and may_be_a_contract("\n".join(page.text for page in content.pages[:_MOST_PAGES])):
        return _unknown(file, "not-recognised", hint=Kind.CONTRACT)
    return claim or _unknown(file, "not-recognised", hint=kind_by_words(content))


_MOST_PAGES = 20


def _strongest(file: str, asked: Sequence[Claim | None]) -> Claim | None:
    """The clearly most confident claim; Unrecognised where two kinds are alike; None without any."""
    claims = sorted((claim for claim in asked if claim), key=lambda claim: claim.confidence, reverse=True)
    if any(isinstance(claim.paper, Declared) for claim in claims):  # then what it only looks like says nothing more
        claims = [claim for claim in claims if claim.kind is not Kind.OTHER or isinstance(claim.paper, Declared)]
        claims = [claim for claim in claims if not any(claim.kind_name in other.over for other in claims)]
    rivals = [
        c for c in claims[1:] if c.kind_name != claims[0].kind_name and claims[0].confidence - c.confidence < LIKE
    ]
    if not rivals:
        return claims[0] if claims else None
    kinds = tuple(sorted({claim.kind_name for claim in (claims[0], *rivals)}))
    paper = Unrecognised(say="two-kinds", values={"kinds": kinds}, hint=kind_by_name(file))
    return Claim(kind=Kind.OTHER, paper=paper, confidence=0.5)


def _text(file: str) -> Claim:
    """`dossier.yaml` is the manifest; what it states is read elsewhere."""
    if file.rpartition("/")[2].lower() in ("dossier.yaml", "dossier.yml"):
        return Claim(kind=Kind.MANIFEST, paper=Manifest(), confidence=1.0)
    if file.lower().endswith(_DOCUMENT_ENDINGS) and not file.lower().endswith(".csv"):
        is_table = file.lower().endswith(TABLE_ENDINGS)
        unread = Unreadable(reason=Reason.UNREADABLE, say="table-damaged" if is_table else "pdf-damaged")
        return Claim(kind=Kind.UNREADABLE, paper=unread, confidence=1.0)
    if file.lower().endswith((".eml", ".mht")):  # what is attached to it may be a paper
        mail = Unreadable(reason=Reason.UNREADABLE, say="not-a-pdf", values={"format": "e-mail"})
        return Claim(kind=Kind.UNREADABLE, paper=mail, confidence=1.0)
    return _unknown(file, "text-file", kind=Kind.OTHER)


def _unknown(file: str, say: str, *, kind: Kind = Kind.OTHER, hint: Kind | None = None) -> Claim:
    """`hint`: what it may be by its text; None: what its name says."""
    hint = hint or kind_by_name(file)
    values = {"hint": hint.value} if hint else {}
    return Claim(kind=kind, paper=Unrecognised(say=say, values=values, hint=hint), confidence=0.5)
