"""Bytes -> a PDF reader and the signatures that its form fields hold."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossiercheck.readers.seals.ranges import MAX_SIGNATURES, ByteRange

if TYPE_CHECKING:
    from pyhanko.pdf_utils.generic import DictionaryObject
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

MAX_REVISIONS = 200
_LOGGERS = ("pyhanko", "pyhanko_certvalidator", "asyncio")


class NotOpened(Exception):
    """No reader opens this file."""


class Locked(NotOpened):
    """It asks for a password."""


class TooMuch(Exception):
    """More signatures or revisions than are judged."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """A signature as a form field holds it. `signature` is None where it could not even be taken apart."""

    field: str
    subfilter: str
    is_stamp: bool
    covers: ByteRange | None
    signature: "EmbeddedPdfSignature | None" = None
    revision: int = 0
    detail: str = ""


@contextmanager
def quiet() -> Iterator[None]:
    """Without pyHanko's logging, which prints a traceback for every chain that does not hold."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def open_reader(data: bytes, *, strict: bool) -> "PdfFileReader":
    """A reader of the file; of an encrypted one with the empty password.

    Strict readers refuse hybrid references and references to nothing, which honest files have too.

    Raises:
        NotOpened: it cannot be opened.
        Locked: it asks for a password.
        TooMuch: it has more revisions than are judged.
    """
    from pyhanko.pdf_utils.crypt import AuthStatus
    from pyhanko.pdf_utils.reader import PdfFileReader

    if len(re.findall(rb"startxref", data)) > MAX_REVISIONS:
        raise TooMuch("too many revisions")
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=strict)
        if reader.encrypted and reader.decrypt(b"").status is AuthStatus.FAILED:
            raise Locked("encrypted with a password")
        if strict and reader.xrefs.hybrid_xrefs_present:
            raise NotOpened("hybrid references")
        if reader.root.get("/Type") not in (None, "/Catalog"):
            raise NotOpened("no catalogue")
        revisions = reader.xrefs.total_revisions
    except NotOpened:
        raise
    except Exception as reason:  # pyHanko raises many kinds on damaged files
        raise NotOpened(f"{type(reason).__name__}: {reason}"[:300]) from reason
    if revisions > MAX_REVISIONS:
        raise TooMuch("too many revisions")
    return reader


def held_signatures(reader: "PdfFileReader") -> list[Held]:
    """The signatures in the file's form fields, in the order of their revisions; empty fields are none.

    Raises:
        TooMuch: there are more than are judged.
    """
    from pyhanko.sign.fields import enumerate_sig_fields

    found: list[Held] = []
    seen: set[int] = set()
    for name, value, field in enumerate_sig_fields(reader, filled_status=True):
        dictionary = value.get_object()
        if id(dictionary) in seen:
            continue
        seen.add(id(dictionary))
        found.append(_held(reader, str(name), dictionary, field))
        if len(found) > MAX_SIGNATURES:
            raise TooMuch("too many signatures")
    return sorted(found, key=lambda one: (one.revision, one.covers.end if one.covers else 0))


def _held(reader: "PdfFileReader", name: str, dictionary: "DictionaryObject", field: "DictionaryObject") -> Held:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

    subfilter, is_stamp, covers = "", False, None
    signature, revision, detail = None, 0, ""
    try:
        subfilter = str(dictionary.get("/SubFilter", ""))[:100]
        is_stamp = subfilter == "/ETSI.RFC3161" or dictionary.get("/Type") == "/DocTimeStamp"
        covers = ByteRange.of(list(dictionary["/ByteRange"]))
        signature = EmbeddedPdfSignature(reader, field, name)
        revision = signature.signed_revision
    except Exception as reason:  # it holds something, but no signature that can be taken apart
        detail = f"{type(reason).__name__}: {reason}"[:300]
    return Held(
        field=name[:200],
        subfilter=subfilter,
        is_stamp=is_stamp,
        covers=covers,
        signature=signature,
        revision=revision,
        detail=detail,
    )
