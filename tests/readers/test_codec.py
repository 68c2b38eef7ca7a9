"""Only readings come out of the bytes, whatever goes in."""

import os
import pickle
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest

from dossiercheck.facts import Party, Seal, SealState, Signature, SignatureKind
from dossiercheck.findings import Reason
from dossiercheck.readers import codec
from dossiercheck.readers.content import (
    Cell,
    Content,
    Line,
    Page,
    PdfContent,
    Reading,
    Row,
    Sheet,
    Span,
    Unread,
    WorkbookContent,
)

SEAL = Seal(
    state=SealState.GENUINE,
    signatures=(
        Signature(
            field="Seal",
            kind=SignatureKind.CERTIFICATION,
            signer=Party(common_name="X", country="NL"),
            signed_at=datetime(2024, 1, 2, 3, 4, tzinfo=UTC),
        ),
    ),
)
PAGE = Page(number=1, width=595, height=842, lines=(Line(spans=(Span(text="Dag", box=(1, 2, 3, 4)),)),))


@pytest.mark.parametrize(
    "content",
    [
        PdfContent(pages=(PAGE,), page_count=1, seal=SEAL, ink_annotations=((1, (1, 2, 3, 4)),)),
        WorkbookContent(
            layout="xlsx",
            sheets=(
                Sheet(
                    name="Blad1",
                    rows=(Row(number=1, cells=(Cell(ref="A1", column=1, value=date(2024, 1, 2), shown="x"),)),),
                ),
            ),
        ),
        Unread(reason=Reason.UNSAFE_FILE, say="x", values=MappingProxyType({"limit": 3})),
    ],
)
def test_what_goes_in_comes_out(content: Content) -> None:
    reading = Reading(sha256="00", size=3, content=content)
    assert codec.decode(codec.encode(reading)) == reading


class _Attack:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("true",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"junk",
        pickle.dumps(_Attack()),
        pickle.dumps({"a": 1}),
        pickle.dumps(os.system),
        b"\x80\x04\x8c\x1edossiercheck.readers.content\x94\x8c\x12bisect_right\x93.",
        b"\x80\x04\x8c\x1cdossiercheck.readers.content\x94\x8c\x11Page.text.__class__\x93.",
        codec.encode(Reading(sha256="", size=0, content=Unread(reason=Reason.UNREADABLE, say="x")))[:-20],
    ],
)
def test_nothing_else_comes_out(data: bytes) -> None:
    with pytest.raises(codec.NotAReading):
        codec.decode(data)
