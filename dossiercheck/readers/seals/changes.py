"""What a file's later revisions did to the revision that a signature covers.

pyHanko's analysis decides whether a revision may stand: it must explain every object that a revision writes, and what
it cannot explain is a change. On top of that this room asks that a revision holds validation data and not merely
something harmless, that it fills no gap of the signed revision, and finds a word for what was changed.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dossiercheck.facts import SealFault
from dossiercheck.readers.seals.ranges import ByteRange, is_harmless

if TYPE_CHECKING:
    from pyhanko.pdf_utils.generic import DictionaryObject, Reference
    from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

VALIDATION_DATA = "validation_data"
MAX_PAGES = 500
_OBJECT = re.compile(rb"(?:^|[\s\x00])(\d{1,10})[\s\x00]{1,20}\d{1,5}[\s\x00]{1,20}obj\b")
_XREF_STM = re.compile(rb"/XRefStm[\s\x00]{1,20}(\d{1,12})")


class NotARevision(Exception):
    """The signature does not end where a revision of the file ends."""


def changes_after(
    signature: "EmbeddedPdfSignature", covers: ByteRange, data: bytes, *, strict: bool
) -> tuple[str, ...]:
    """What came after the signature: empty for nothing, else `validation_data` or codes of `SealFault`, worst first.

    `strict` is for seals that permit nothing but validation data; otherwise further signatures are told apart from
    other changes.

    Raises:
        NotARevision: what it covers is no complete revision of the file.
    """
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
    from pyhanko.sign.fields import MDPPerm
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    rest = data[covers.end :]
    if is_harmless(rest):
        return ()
    if signature.evaluate_signature_coverage() < SignatureCoverageLevel.ENTIRE_REVISION:
        raise NotARevision
    reader = signature.reader
    if _has_second_view(rest, covers.end) or _has_stray_bytes(reader, signature.signed_revision, rest):
        return _name_changes(reader, signature.signed_revision)
    permits = MDPPerm.NO_CHANGES if strict else signature.docmdp_level
    try:
        result = DEFAULT_DIFF_POLICY.review_file(
            reader, signature.signed_revision, field_mdp_spec=signature.fieldmdp, doc_mdp=permits
        )
        refused = not isinstance(result, DiffResult) or result.modification_level is ModificationLevel.OTHER
        refused = refused or _fills_gaps(reader, signature.signed_revision)
    except Exception:  # a revision that cannot even be read is no validation data
        if reader.strict:
            raise
        refused = True
    if refused:
        return _name_changes(reader, signature.signed_revision)
    if result.modification_level in (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES):
        return _only_validation_data(reader, signature.signed_revision)
    return _name_changes(reader, signature.signed_revision, forms_only=True)


def _has_second_view(rest: bytes, signed_end: int) -> bool:
    """A hybrid revision shows other objects to other readers; one that points back into what was signed does not."""
    written = rest.count(b"XRefStm")
    offsets = [int(number) for number in _XREF_STM.findall(rest)]
    return written != len(offsets) or any(offset >= signed_end for offset in offsets)


def _has_stray_bytes(reader: "PdfFileReader", signed: int, rest: bytes) -> bool:
    """Is there anything in the added bytes that no revision accounts for?

    A reader that finds the cross-references damaged goes by what stands last in the file, and would show it.
    """
    if reader.xrefs.total_revisions == signed + 1 or not is_harmless(rest[rest.rfind(b"%%EOF") :]):
        return True
    listed: set[int] = set()
    for revision in range(signed + 1, reader.xrefs.total_revisions):
        resolver = reader.get_historical_resolver(revision)
        refs = set(resolver.explicit_refs_in_revision()) | _containers(resolver)
        listed |= {ref.idnum for ref in refs if ref is not None}
    return any(int(number) not in listed for number in _OBJECT.findall(rest))


def _fills_gaps(reader: "PdfFileReader", signed: int) -> bool:
    """Does a later revision write an object that the signed one already refers to, but left undefined?

    pyHanko takes such an object for an orphan, which may stay; yet it appears wherever the signed pages call for it.
    """
    before = reader.get_historical_resolver(signed)
    called_for: set[object] = set(before.collect_dependencies(before.trailer_view))
    for revision in range(signed + 1, reader.xrefs.total_revisions):
        for ref in reader.get_historical_resolver(revision).explicit_refs_in_revision():
            if ref in called_for and before.is_ref_unassignable(ref):
                return True
    return False


def _only_validation_data(reader: "PdfFileReader", signed: int) -> tuple[str, ...]:
    """Each later revision that writes anything must add a DSS or a document timestamp."""
    added = False
    for revision in range(signed + 1, reader.xrefs.total_revisions):
        before, after = reader.get_historical_resolver(revision - 1), reader.get_historical_resolver(revision)
        written = set(after.explicit_refs_in_revision()) - _containers(after)
        if not written:
            continue
        if not (written & _dss_refs(after)) and len(_signed_fields(after)) <= len(_signed_fields(before)):
            return (SealFault.CONTENT_CHANGED,)
        added = True
    return (VALIDATION_DATA,) if added else ()


def _containers(revision: "HistoricalResolver") -> "set[Reference | None]":
    held: set[Reference | None] = set(revision.object_streams_used())
    held.add(revision.reader.xrefs.get_xref_container_info(revision.revision).stream_ref)
    return held


def _dss_refs(revision: "HistoricalResolver") -> set[object]:
    from pyhanko.pdf_utils import generic

    try:
        dss = revision.root.raw_get("/DSS")
    except KeyError:
        return set()
    refs: set[object] = set(revision.collect_dependencies(dss))
    if isinstance(dss, generic.IndirectObject):
        refs.add(dss.reference)
    return refs


def _name_changes(reader: "PdfFileReader", signed: int, *, forms_only: bool = False) -> tuple[str, ...]:
    """Words for what differs between the signed revision and the file as it is; worst first, never empty."""
    before = reader.get_historical_resolver(signed)
    after = reader.get_historical_resolver(reader.xrefs.total_revisions - 1)
    try:
        written: set[object] = set()
        for revision in range(signed + 1, reader.xrefs.total_revisions):
            written |= set(reader.get_historical_resolver(revision).explicit_refs_in_revision())
        found = list(_differences(before, after, written, forms_only=forms_only))
    except Exception:  # what was changed is so odd that it cannot be named
        found = []
    return tuple(found) or (SealFault.CONTENT_CHANGED,)


def _differences(
    before: "HistoricalResolver", after: "HistoricalResolver", written: set[object], *, forms_only: bool
) -> Iterator[str]:
    old_pages, new_pages = list(_pages(before)), list(_pages(after))
    if not forms_only:
        if [ref for ref, _ in old_pages] != [ref for ref, _ in new_pages]:
            yield SealFault.PAGE_CHANGED
        new_by_ref = dict(new_pages)
        if any(_page_differs(before, page, new_by_ref.get(ref), written) for ref, page in old_pages):
            yield SealFault.CONTENT_CHANGED
        if (
            _annotations(after, new_pages) - _annotations(before, old_pages)
            or _annotations(before, old_pages) & written
        ):
            yield SealFault.ANNOTATION_ADDED
    old_values, new_values = dict(_fields(before)), dict(_fields(after))
    if (
        any(new_values.get(name) != value for name, value in old_values.items())
        or new_values.keys() - old_values.keys()
    ):
        yield SealFault.FORM_FILLED
    if _signed_fields(after, stamps=False) - _signed_fields(before, stamps=False):
        yield SealFault.SIGNED_AGAIN


def _page_differs(
    before: "HistoricalResolver", old: "DictionaryObject", new: "DictionaryObject | None", written: set[object]
) -> bool:
    if new is None:
        return False
    names = (set(old) | set(new)) - {"/Annots", "/Parent"}
    if any(name not in old or name not in new or old.raw_get(name) != new.raw_get(name) for name in names):
        return True
    drawn = [old.raw_get(name) for name in names if name in ("/Contents", "/Resources")]
    return any(set(before.collect_dependencies(part)) & written or _target(part) & written for part in drawn)


def _pages(revision: "HistoricalResolver") -> Iterator[tuple[object, "DictionaryObject"]]:
    waiting = [revision.root.raw_get("/Pages")]
    seen: set[object] = set()
    while waiting and len(seen) < MAX_PAGES:
        ref = waiting.pop(0)
        node = _resolve(revision, ref)
        key = next(iter(_target(ref)), id(node))
        if key in seen:
            continue
        seen.add(key)
        if "/Kids" in node:
            waiting = [*_resolve(revision, node.raw_get("/Kids")), *waiting]
        else:
            yield key, node


def _annotations(revision: "HistoricalResolver", pages: list[tuple[object, "DictionaryObject"]]) -> set[object]:
    """The annotations of these pages but for the widgets of form fields."""
    found: set[object] = set()
    for _, page in pages:
        if "/Annots" not in page:
            continue
        for raw in _resolve(revision, page.raw_get("/Annots")):
            if _resolve(revision, raw).get("/Subtype") != "/Widget":
                found |= _target(raw) or {repr(raw)[:500]}
    return found


def _signed_fields(revision: "HistoricalResolver", *, stamps: bool = True) -> set[str]:
    """Names of the signature fields that hold a signature."""
    from pyhanko.sign.fields import enumerate_sig_fields

    names = set()
    for name, value, _ in enumerate_sig_fields(revision, filled_status=True):
        kind = value.get_object().get("/Type")
        if stamps or kind != "/DocTimeStamp":
            names.add(str(name))
    return names


def _fields(revision: "HistoricalResolver") -> Iterator[tuple[str, str]]:
    """Names and values of form fields other than signatures."""
    from pyhanko.pdf_utils.form_tools import enumerate_fields_in

    if "/AcroForm" not in revision.root or "/Fields" not in revision.root["/AcroForm"]:
        return
    for kind in ("/Tx", "/Btn", "/Ch"):
        fields = revision.root["/AcroForm"]["/Fields"]
        for name, value, _ in enumerate_fields_in(fields, refs_seen=set(), target_field_type=kind):
            yield str(name), repr(value)[:1000]


def _resolve(revision: "HistoricalResolver", raw: "DictionaryObject") -> "DictionaryObject":
    from pyhanko.pdf_utils import generic

    return revision(raw.reference) if isinstance(raw, generic.IndirectObject) else raw


def _target(raw: object) -> set[object]:
    from pyhanko.pdf_utils import generic

    return {raw.reference} if isinstance(raw, generic.IndirectObject) else set()
