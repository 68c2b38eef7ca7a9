"""Papers of several kinds in one file (a person's diploma, contract and VOG joined): where each of them begins.

A page begins another paper where it claims, by itself and surely, to be of another kind than what stands before it.
Papers of one kind are left together: whether a second contract is an extension, its own recogniser must see.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.model import Contract, Diploma, EvcCertificate, Kind, Vog
from dossiercheck.documents.recognise import PdfKind
from dossiercheck.readers.content import Page, PdfContent

SURE = 0.85
"""A page that claims less surely than this begins nothing."""
_MOST_PAGES = 40
_PERSONAL = Diploma | Vog | Contract | EvcCertificate


def sections(file: str, content: PdfContent, kinds: Mapping[Kind, PdfKind]) -> tuple[PdfContent, ...]:
    """The pages of each paper in this file; one entry, the content itself, for what holds one paper."""
    pages = content.pages
    if not 1 < len(pages) <= _MOST_PAGES:
        return (content,)
    starts = [0]
    current = _kind_of(file, content, pages[:1], kinds)
    if current is None:
        return (content,)
    for number in range(1, len(pages)):
        others = {kind: recognise for kind, recognise in kinds.items() if kind is not current}
        begun = _kind_of(file, content, pages[number : number + 1], others)
        if begun:
            starts.append(number)
            current = begun
    if len(starts) == 1:
        return (content,)
    bounds = zip(starts, [*starts[1:], len(pages)], strict=True)
    return tuple(_only(content, pages[start:end]) for start, end in bounds)


def _kind_of(file: str, content: PdfContent, pages: Sequence[Page], kinds: Mapping[Kind, PdfKind]) -> Kind | None:
    """The one kind of a person's paper that these pages surely are."""
    part = _only(content, pages)
    claims: list[Claim] = [claim for recognise in kinds.values() if (claim := recognise(file, part))]
    sure = [claim for claim in claims if claim.confidence >= SURE and isinstance(claim.paper, _PERSONAL)]
    return sure[0].kind if len(sure) == 1 else None


def _only(content: PdfContent, pages: Sequence[Page]) -> PdfContent:
    return replace(content, pages=tuple(pages), page_count=len(pages))
