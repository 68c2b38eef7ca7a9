"""Seals on DUO's extract: genuine ones of several kinds, and each way in which one is broken or false."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from datetime import UTC, date, datetime

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests import papers, pki
from tests.samples import standard
from tests.samples.clean import small
from tests.samples.draft import Draft, situations
from tests.samples.people import JORIS
from tests.samples.signing import authority, moment, seal

LONG_AGO = date(2017, 9, 12)
"""A seal of this day has an expired certificate by now; Joris's diploma had just been entered."""


def with_diploma(pdf: bytes) -> Draft:
    return small().give(JORIS, "diploma.pdf", pdf)


def _unsealed(downloaded: date | None = None) -> bytes:
    return standard.extract(JORIS, downloaded=downloaded) if downloaded else standard.extract(JORIS)


def seal_old_with_timestamp() -> Draft:
    return with_diploma(seal(_unsealed(LONG_AGO), LONG_AGO))


def seal_old_without_timestamp() -> Draft:
    return with_diploma(seal(_unsealed(LONG_AGO), LONG_AGO, timestamp=False))


def seal_old_timestamp_not_trusted() -> Draft:
    return with_diploma(seal(_unsealed(LONG_AGO), LONG_AGO, timestamp_by=elsewhere()))


def seal_with_validation_data() -> Draft:
    """What a viewer adds for the long term: a DSS and a document timestamp. Nothing wrong with it."""
    sealed = pki.add_validation_data(standard.diploma(JORIS), by=authority(), at=moment(date(2024, 5, 22)))
    return with_diploma(pki.add_document_timestamp(sealed, at=moment(date(2024, 5, 22), 11), by=authority()))


def seal_gone_printed_to_pdf() -> Draft:
    return with_diploma(_unsealed())


def seal_gone_saved_again() -> Draft:
    """'Combine files' with one file in it: the pages are the same, the seal is gone."""
    return with_diploma(papers.joined(standard.diploma(JORIS)))


def seal_byte_changed() -> Draft:
    """One letter of the file's title."""
    pdf = standard.diploma(JORIS)
    at = pdf.index(b"Uittreksel diplomaregister")
    return with_diploma(pdf[:at] + b"u" + pdf[at + 1 :])


def seal_annotation_added() -> Draft:
    return with_diploma(revised(standard.diploma(JORIS), note))


def seal_page_added() -> Draft:
    return with_diploma(revised(standard.diploma(JORIS), blank_page))


def seal_name_covered() -> Draft:
    """A white box and another name, drawn over the holder's in a later revision."""
    return with_diploma(revised(standard.diploma(JORIS), overlay))


def seal_signed_again() -> Draft:
    signed = pki.sign(
        standard.diploma(JORIS), name="Hanneke Stroink", signed_at=moment(date(2024, 5, 23)), by=authority()
    )
    return with_diploma(signed)


def seal_of_another_organisation() -> Draft:
    return with_diploma(seal(_unsealed(), subject=pki.OTHER))


def seal_self_signed() -> Draft:
    return with_diploma(seal(_unsealed(), signer=pki.self_signed(), timestamp=False))


def seal_unknown_authority() -> Draft:
    return with_diploma(seal(_unsealed(), by=elsewhere()))


def seal_weak_digest() -> Draft:
    return with_diploma(seal(_unsealed(), digest="sha1"))


def seal_after_expiry() -> Draft:
    expired = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2023, 1, 1, tzinfo=UTC))
    return with_diploma(seal(_unsealed(), valid=expired))


@functools.cache
def elsewhere() -> pki.Authority:
    """An authority that is in no list of anybody; its keys are thrown away."""
    return pki.unknown_authority()


def revised(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """A later revision behind the sealed one, as viewers save it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def note(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"].raw_get(0)
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Text"),
            pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(n) for n in (500, 700, 520, 720)]),
            pdf_name("/Contents"): generic.pdf_string("akkoord HR 23-5"),
            pdf_name("/P"): page,
        }
    )
    leaf = page.get_object()
    annotations = generic.ArrayObject(list(leaf.get("/Annots", ())))
    annotations.append(writer.add_object(note))
    leaf["/Annots"] = annotations
    writer.mark_update(page)


def blank_page(writer: IncrementalPdfFileWriter) -> None:
    tree = writer.root.raw_get("/Pages")
    box = generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 595, 842)])
    page = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Page"),
            pdf_name("/Parent"): tree,
            pdf_name("/MediaBox"): box,
            pdf_name("/Resources"): generic.DictionaryObject(),
        }
    )
    pages = tree.get_object()
    pages["/Kids"].append(writer.add_object(page))
    pages[pdf_name("/Count")] = generic.NumberObject(int(pages["/Count"]) + 1)
    writer.mark_update(tree)


def overlay(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"].raw_get(0)
    leaf = page.get_object()
    drawing = b"q 1 1 1 rg 60 560 400 30 re f Q"
    over = writer.add_object(generic.StreamObject(stream_data=drawing))
    leaf[pdf_name("/Contents")] = generic.ArrayObject([leaf.raw_get("/Contents"), over])
    writer.mark_update(page)


ALL = situations(
    seal_old_with_timestamp, seal_old_without_timestamp, seal_old_timestamp_not_trusted, seal_with_validation_data,
    seal_gone_printed_to_pdf, seal_gone_saved_again, seal_byte_changed, seal_annotation_added, seal_page_added,
    seal_name_covered, seal_signed_again, seal_of_another_organisation, seal_self_signed, seal_unknown_authority,
    seal_weak_digest, seal_after_expiry,
)  # fmt: skip
