"""The seal corpus: each way in which a seal can be wrong (or right), built in memory, with the outcome fixed beforehand.

The base document is written by hand, so that a fault can be put at an exact byte. Outcomes follow formats.md 5.
"""

import asyncio
import functools
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pikepdf
import pypdf
from asn1crypto import tsp
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.timestamps import DummyTimeStamper

from dossiercheck.facts import SealFault, SealState
from tests import pki

SEALED_ON = datetime(2022, 5, 2, 10, tzinfo=UTC)
NOW = datetime(2024, 6, 1, 23, 59, 59, tzinfo=UTC)
LONG_AGO = datetime(2018, 5, 2, tzinfo=UTC)
"""Sealed then, the certificate has expired by `NOW`."""

name = generic.pdf_name


def base() -> bytes:
    """An extract with two pages, hidden content that no page shows, a text field, a layer and a gap (object 900)."""
    shown = b"BT /F1 12 Tf 72 720 Td (Naam: T. Testpersoon) Tj ET"
    hidden = b"BT /F1 12 Tf 72 720 Td (Naam: V. Vervalst) Tj ET"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> %s >>"
    return raw_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm 9 0 R /OCProperties 12 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            3: page % b"/Contents [6 0 R 900 0 R] /Annots [10 0 R]",
            4: page % b"/Contents 7 0 R",
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            6: stream(shown),
            7: stream(b"BT /F1 12 Tf 72 720 Td (Pagina 2) Tj ET"),
            8: stream(hidden),
            9: b"<< /Fields [10 0 R] >>",
            10: b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (naam) /V () /Rect [72 600 300 620] /P 3 0 R >>",
            11: b"<< /Type /OCG /Name (laag) >>",
            12: b"<< /OCGs [11 0 R] /D << /OFF [11 0 R] >> >>",
        }
    )


def stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def raw_pdf(objects: dict[int, bytes], version: bytes = b"1.7") -> bytes:
    out = b"%PDF-" + version + b"\n%\xe2\xe3\xcf\xd3\n"
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return out + _table(offsets, size=max(objects) + 1, at=len(out))


def append(pdf: bytes, objects: dict[int, bytes], *, point: dict[int, int] | None = None) -> bytes:
    """A later revision written by hand; `point` lets object numbers point at bytes that are there already."""
    offsets = dict(point or {})
    out = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    previous = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    size = max([*offsets, *[int(n) for n in re.findall(rb"/Size (\d+)", pdf)]]) + 1
    return out + _table(offsets, size=size, at=len(out), previous=previous, root=_root(pdf))


def _root(pdf: bytes) -> int:
    return int(re.findall(rb"/Root (\d+) 0 R", pdf)[-1])


def _table(offsets: dict[int, int], *, size: int, at: int, previous: int | None = None, root: int = 1) -> bytes:
    table = b"xref\n" + (b"0 1\n0000000000 65535 f \n" if previous is None else b"")
    for number, offset in sorted(offsets.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, offset)
    prev = b" /Prev %d" % previous if previous is not None else b""
    return table + b"trailer\n<< /Size %d /Root %d 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, prev, at)


@functools.cache
def sealed(permits: int = 1, certify: bool = True) -> bytes:
    return pki.seal_as_duo(base(), signed_at=SEALED_ON, permits=permits, certify=certify)


@functools.cache
def contract() -> bytes:
    """Signed by two persons of an authority that nobody trusts, one after the other."""
    by = pki.unknown_authority()
    once = pki.sign(base(), name="J. de Boer", signed_at=SEALED_ON, by=by, appearance=True)
    return pki.sign(once, name="P. Jansen", signed_at=SEALED_ON, by=by, appearance=True)


def object_of(pdf: bytes, number: int) -> bytes:
    """The body of the last definition of an object, as it is written."""
    return re.findall(rb"(?:^|\n)%d 0 obj\s(.*?)\sendobj" % number, pdf, re.DOTALL)[-1]


def edit(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """A later revision, written by pyHanko."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    change(writer)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def with_annotation(pdf: bytes, subtype: str) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        entries = {"/Type": name("/Annot"), "/Subtype": name(subtype), "/Contents": generic.pdf_string("V. Vervalst")}
        annotation = generic.DictionaryObject({name(k): v for k, v in entries.items()})
        annotation[name("/Rect")] = generic.ArrayObject(map(generic.NumberObject, (72, 710, 300, 740)))
        page_ref, _ = writer.find_page_for_modification(0)
        writer.register_annotation(page_ref, writer.add_object(annotation))

    return edit(pdf, change)


def with_page(pdf: bytes, *, remove: bool = False, turn: bool = False) -> bytes:
    kids = b"[3 0 R]" if remove else b"[4 0 R 3 0 R]" if turn else b"[3 0 R 4 0 R 40 0 R]"
    count = kids.count(b"R")
    new = {2: b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, count)}
    if count == 3:
        new[40] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 8 0 R >>"
    return append(pdf, new)


def with_page_pointing_at(pdf: bytes, contents: bytes) -> bytes:
    return append(pdf, {3: object_of(pdf, 3).replace(b"/Contents [6 0 R 900 0 R]", b"/Contents " + contents)})


def in_catalogue(pdf: bytes, entry: bytes, more: dict[int, bytes] | None = None) -> bytes:
    root = _root(pdf)
    return append(pdf, {root: object_of(pdf, root).rstrip(b">").rstrip() + b" " + entry + b" >>", **(more or {})})


def without_form(pdf: bytes) -> bytes:
    return append(pdf, {_root(pdf): b"<< /Type /Catalog /Pages 2 0 R >>"})


def filled(pdf: bytes) -> bytes:
    return append(
        pdf, {10: object_of(pdf, 10).replace(b"/V ()", b"/V (V. Vervalst)").replace(b"( )", b"(V. Vervalst)")}
    )


def xref_swap(pdf: bytes) -> bytes:
    """Only a new table: object 6, which page 1 shows, now points at the bytes of hidden object 8."""
    return append(pdf, {}, point={6: pdf.index(b"\n8 0 obj") + 1})


def flipped(pdf: bytes, at: int) -> bytes:
    changed = bytearray(pdf)
    changed[at] ^= 1
    return bytes(changed)


def signature_value_flipped(pdf: bytes) -> bytes:
    """The last byte of the signer's signature, which is the last thing before the unsigned attributes."""
    from asn1crypto import cms

    contents = signature_of(pdf)
    value = cms.ContentInfo.load(contents)["content"]["signer_infos"][0]["signature"].native
    at = contents.index(value) + 20
    return _replace_contents(pdf, contents[:at] + bytes([contents[at] ^ 1]) + contents[at + 1 :])


def signature_of(pdf: bytes) -> bytes:
    hexadecimal = re.search(rb"/Contents\s*<([0-9A-Fa-f]+)>", pdf)
    assert hexadecimal
    return bytes.fromhex(hexadecimal.group(1).decode())


def _replace_contents(pdf: bytes, contents: bytes) -> bytes:
    match = re.search(rb"/Contents\s*<([0-9A-Fa-f]+)>", pdf)
    assert match
    digits = contents.hex().upper().encode().ljust(len(match.group(1)), b"0")
    return pdf[: match.start(1)] + digits + pdf[match.end(1) :]


def with_range(pdf: bytes, change: Callable[[list[int]], list[int]]) -> bytes:
    match = re.search(rb"/ByteRange \[(\d+ \d+ \d+ \d+)\]\s*", pdf)
    assert match
    numbers = change([int(n) for n in match.group(1).split()])
    written = b"/ByteRange [" + " ".join(map(str, numbers)).encode() + b"]"
    return pdf[: match.start()] + written.ljust(len(match.group(0))) + pdf[match.end() :]


def skipping_range(extra: bytes = b" /Naam (V. Vervalst) ") -> bytes:
    """Signed by hand over a byte range whose gap holds more than the signature: what stands there is not signed."""
    gap = b"<" + b"0" * 30000 + b">" + extra
    signature = b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents %s /ByteRange [%s] >>"
    field = b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Zegel) /V 21 0 R /Rect [0 0 0 0] /P 3 0 R >>"
    pdf = append(base(), {9: b"<< /Fields [10 0 R 20 0 R] /SigFlags 3 >>", 20: field, 21: signature % (gap, b" " * 40)})
    start = pdf.index(gap)
    end = start + len(gap)
    numbers = b"0 %d %d %d" % (start, end, len(pdf) - end)
    pdf = pdf.replace(b"/ByteRange [" + b" " * 40, b"/ByteRange [" + numbers.ljust(40))
    import hashlib

    digest = hashlib.sha256(pdf[:start] + pdf[end:]).digest()
    signer = pki._signer(pki.authority().seal(), pki.authority().chain)
    contents = _detached(signer, digest).hex().encode()
    return pdf[: start + 1] + contents.ljust(30000, b"0") + pdf[start + 30001 :]


def _detached(signer: SimpleSigner, digest: bytes) -> bytes:
    attributes = PdfCMSSignedAttributes(signing_time=SEALED_ON)
    signing = signer.async_sign(digest, "sha256", signed_attr_settings=attributes, is_pdf_sig=True)
    return bytes(asyncio.run(signing).dump())


class _OtherImprint(DummyTimeStamper):  # type: ignore[misc]
    def _build_tst_info(self, message_imprint: object, dt: datetime, req: object) -> tsp.TSTInfo:
        other = tsp.MessageImprint({"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": b"\x01" * 32})
        return super()._build_tst_info(other, dt, req)


def misfit_stamper(at: datetime) -> DummyTimeStamper:
    good = pki.timestamper(pki.authority(), at)
    return _OtherImprint(good.tsa_cert, good.tsa_key, good.certs_to_embed, fixed_dt=at)


def resaved_pikepdf(pdf: bytes) -> bytes:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(output)
    return output.getvalue()


def resaved_pypdf(pdf: bytes) -> bytes:
    output = io.BytesIO()
    pypdf.PdfWriter(clone_from=io.BytesIO(pdf)).write(output)
    return output.getvalue()


def copied_pages(pdf: bytes) -> bytes:
    writer = pypdf.PdfWriter()
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        copy = writer.add_page(page)
        copy.pop("/Annots", None)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def encrypted(pdf: bytes, password: str = "") -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt(password, owner_password="eigenaar", algorithm="AES-256")
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def attached(pdf: bytes) -> bytes:
    """A sealed file as attachment of one that is not; as it is, without compression."""
    embedded = b"<< /Type /EmbeddedFile /Length %d >>\nstream\n%s\nendstream" % (len(pdf), pdf)
    spec = b"<< /Type /Filespec /F (a.pdf) /UF (a.pdf) /EF << /F 50 0 R >> >>"
    names = b"/Names << /EmbeddedFiles << /Names [(a.pdf) 51 0 R] >> >>"
    return in_catalogue(base(), names, {50: embedded, 51: spec})


def _locked() -> bytes:
    """With a user password; sealed as far as anyone can see."""
    return encrypted(sealed(), password="geheim")


def archived_often() -> bytes:
    """Validation data, and a new document timestamp each time."""
    pdf = pki.add_validation_data(sealed(), at=SEALED_ON)
    for times in range(6):
        pdf = pki.add_document_timestamp(pdf, at=SEALED_ON + timedelta(days=times))
    return pdf


def at_once(**keywords: object) -> Callable[[], bytes]:
    return lambda: pki.seal_as_duo(base(), **{"signed_at": SEALED_ON, **keywords})  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True)
class Case:
    make: Callable[[], bytes]
    state: SealState
    fault: SealFault | None = None


def _cases(state: SealState, fault: SealFault | None, **makers: Callable[[], bytes]) -> dict[str, Case]:
    return {key: Case(make=make, state=state, fault=fault) for key, make in makers.items()}


EXPIRED_PERIOD = (datetime(2015, 1, 1, tzinfo=UTC), datetime(2018, 1, 1, tzinfo=UTC))
S, F = SealState, SealFault
CASES: dict[str, Case] = {
    **_cases(
        S.NONE,
        F.NO_SIGNATURE,
        unsigned=base,
        copied_pages=lambda: copied_pages(sealed()),
        empty_field=lambda: append(base(), {9: b"<< /Fields [10 0 R 20 0 R] >>", 20: b"<< /FT /Sig /T (Zegel) >>"}),
        sealed_attachment_only=lambda: attached(sealed()),
        byte_range_in_text_only=lambda: append(base(), {8: stream(b"% /ByteRange [0 10 20 30] /adbe.pkcs7.detached")}),
    ),
    **_cases(
        S.BROKEN,
        F.BYTES_CHANGED,
        byte_flipped_in_content=lambda: flipped(sealed(), sealed().index(b"Testpersoon")),
        byte_flipped_in_last_bytes=lambda: flipped(sealed(), len(sealed()) - 40),
        signature_value_flipped=lambda: signature_value_flipped(sealed()),
        resaved_by_pikepdf=lambda: resaved_pikepdf(sealed()),
        resaved_by_pypdf=lambda: resaved_pypdf(sealed()),
        range_too_short=lambda: with_range(sealed(), lambda r: [*r[:3], r[3] - 50]),
        truncated=lambda: sealed()[:-100],
        junk_in_front=lambda: b"HTTP/1.1 200 OK\r\n\r\n" + sealed(),
    ),
    **_cases(
        S.BROKEN,
        F.WEAK_DIGEST,
        sha1=at_once(digest="sha1"),
        md5=at_once(digest="md5", timestamp=False, cades=False),
        sha1_subfilter=lambda: sealed().replace(b"/ETSI.CAdES.detached", b"/adbe.pkcs7.sha1    "),
    ),
    **_cases(
        S.BROKEN,
        F.BYTE_RANGE,
        range_skips_content=skipping_range,
    ),
    **_cases(
        S.BROKEN,
        F.MALFORMED,
        contents_all_zero=lambda: _replace_contents(sealed(), b""),
        contents_no_signature=lambda: _replace_contents(sealed(), b"0\x03\x02\x01\x05"),
        range_missing=lambda: sealed().replace(b"/ByteRange", b"/ByteRonge"),
    ),
    **_cases(
        S.BROKEN,
        F.SIGNED_AFTER_EXPIRY,
        signed_after_expiry_with_timestamp=at_once(valid=EXPIRED_PERIOD),
        signed_after_expiry_by_own_word=at_once(valid=EXPIRED_PERIOD, timestamp=False, cades=False),
        timestamped_after_expiry_backdated=at_once(
            signed_at=LONG_AGO, valid=(LONG_AGO, LONG_AGO + timedelta(days=30)), timestamped_at=SEALED_ON
        ),
    ),
    **_cases(
        S.ALTERED,
        F.CONTENT_CHANGED,
        content_replaced=lambda: append(sealed(), {6: stream(b"BT /F1 12 Tf 72 720 Td (Naam: V. Vervalst) Tj ET")}),
        shadow_page_points_at_hidden=lambda: with_page_pointing_at(sealed(), b"8 0 R"),
        shadow_overlay_appended=lambda: with_page_pointing_at(sealed(), b"[6 0 R 900 0 R 8 0 R]"),
        shadow_gap_filled=lambda: append(sealed(), {900: stream(b"BT /F1 12 Tf 72 720 Td (V. Vervalst) Tj ET")}),
        gap_filled_beside_validation_data=lambda: append(
            pki.add_validation_data(sealed(), at=SEALED_ON), {900: stream(b"BT (V. Vervalst) Tj ET")}
        ),
        xref_only_swap=lambda: xref_swap(sealed()),
        font_swapped=lambda: append(sealed(), {5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"}),
        layer_switched_on=lambda: append(sealed(), {12: b"<< /OCGs [11 0 R] /D << /ON [11 0 R] >> >>"}),
        attachment_added=lambda: in_catalogue(sealed(), b"/Names << /EmbeddedFiles << /Names [] >> >>"),
        script_added=lambda: in_catalogue(sealed(), b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        stray_object_added=lambda: sealed() + b"6 0 obj\n" + stream(b"BT (V. Vervalst) Tj ET") + b"\nendobj\n",
        stray_object_beside_validation_data=lambda: pki.add_validation_data(
            sealed() + b"6 0 obj\n" + stream(b"BT (V. Vervalst) Tj ET") + b"\nendobj\n", at=SEALED_ON
        ),
        whole_file_appended=lambda: sealed() + base(),
        sealed_twice_in_a_row=lambda: sealed() + sealed(),
        signature_taken_out_of_its_field=lambda: append(sealed(), {9: b"<< /Fields [10 0 R] >>"}),
        hidden_object_added=lambda: append(sealed(), {60: stream(b"BT (V. Vervalst) Tj ET")}),
        form_taken_out=lambda: without_form(sealed()),
        content_after_validation_data=lambda: append(
            pki.add_validation_data(sealed(), at=SEALED_ON), {6: stream(b"BT (V. Vervalst) Tj ET")}
        ),
        approval_then_content=lambda: append(sealed(certify=False), {6: stream(b"BT (V. Vervalst) Tj ET")}),
        changed_and_sealed_again=lambda: pki.seal_as_duo(
            append(sealed(), {6: stream(b"BT (V. Vervalst) Tj ET")}), signed_at=SEALED_ON, subject=pki.OTHER, field="Z2"
        ),
        contract_content_after_signing=lambda: append(contract(), {6: stream(b"BT (V. Vervalst) Tj ET")}),
    ),
    **_cases(
        S.ALTERED,
        F.ANNOTATION_ADDED,
        text_over_name=lambda: with_annotation(sealed(), "/FreeText"),
        sticky_note=lambda: with_annotation(sealed(), "/Text"),
        stamp=lambda: with_annotation(sealed(), "/Stamp"),
        annotation_where_permitted=lambda: with_annotation(sealed(permits=3), "/FreeText"),
        approval_then_note=lambda: with_annotation(sealed(certify=False), "/Text"),
    ),
    **_cases(
        S.ALTERED,
        F.PAGE_CHANGED,
        page_added=lambda: with_page(sealed()),
        page_removed=lambda: with_page(sealed(), remove=True),
        pages_turned=lambda: with_page(sealed(), turn=True),
    ),
    **_cases(
        S.ALTERED,
        F.FORM_FILLED,
        form_filled=lambda: filled(sealed()),
        approval_then_form_filled=lambda: filled(sealed(certify=False)),
    ),
    **_cases(
        S.ALTERED,
        F.SIGNED_AGAIN,
        signed_again=lambda: pki.sign(sealed(), name="J. de Boer", signed_at=SEALED_ON),
        certified_twice=lambda: pki.seal_as_duo(sealed(), signed_at=SEALED_ON, field="Z2"),
        signed_again_visibly=lambda: pki.sign(sealed(), name="J. de Boer", signed_at=SEALED_ON, appearance=True),
        approval_seal_signed_again=lambda: pki.sign(sealed(certify=False), name="J. de Boer", signed_at=SEALED_ON),
    ),
    **_cases(
        S.GENUINE,
        None,
        genuine=sealed,
        genuine_pkcs7=at_once(cades=False),
        genuine_sha512=at_once(digest="sha512"),
        genuine_without_timestamp=at_once(timestamp=False),
        genuine_unknown_timestamp_authority=at_once(timestamp_by=pki.unknown_authority()),
        genuine_approval=at_once(certify=False),
        genuine_other_organisation=at_once(subject=pki.OTHER),
        genuine_encrypted=lambda: pki.seal_as_duo(encrypted(base()), signed_at=SEALED_ON),
        validation_data=lambda: pki.add_validation_data(sealed(), at=SEALED_ON),
        document_timestamp=lambda: pki.add_document_timestamp(sealed(), at=SEALED_ON),
        validation_data_and_timestamps=lambda: pki.add_document_timestamp(
            pki.add_validation_data(pki.add_document_timestamp(sealed(), at=SEALED_ON), at=SEALED_ON),
            at=SEALED_ON + timedelta(days=300),
        ),
        archived_year_after_year=archived_often,
        expired_since_with_timestamp=at_once(signed_at=LONG_AGO),
        expired_since_with_document_timestamp=lambda: pki.add_document_timestamp(
            pki.seal_as_duo(base(), signed_at=LONG_AGO, timestamp=False), at=LONG_AGO
        ),
        comment_at_the_end=lambda: sealed() + b"% opgeslagen\r\n",
        second_end_of_file=lambda: sealed() + b"%%EOF\n",
        blank_lines_at_the_end=lambda: sealed() + b"\r\n\r\n\x00",
        form_filled_where_permitted=lambda: filled(sealed(permits=2)),
    ),
    **_cases(S.INTACT_UNTRUSTED, F.SELF_SIGNED, self_signed=lambda: at_once(signer=pki.self_signed())()),
    **_cases(
        S.INTACT_UNTRUSTED,
        F.UNKNOWN_AUTHORITY,
        unknown_authority=at_once(by=pki.unknown_authority()),
        authority_of_the_same_name=at_once(by=pki.impostor()),
        contract_of_two_persons=contract,
    ),
    **_cases(S.INTACT_UNTRUSTED, F.CERTIFICATE_NOT_FIT, not_meant_for_sealing=at_once(key_usage="digital")),
    **_cases(
        S.UNDECIDED, F.EXPIRED_WITHOUT_TIMESTAMP, expired_no_timestamp=at_once(signed_at=LONG_AGO, timestamp=False)
    ),
    **_cases(
        S.UNDECIDED,
        F.TIMESTAMP_NOT_TRUSTED,
        expired_timestamp_unknown=at_once(signed_at=LONG_AGO, timestamp_by=pki.unknown_authority()),
        expired_timestamp_misfit=lambda: at_once(signed_at=LONG_AGO, stamper=misfit_stamper(LONG_AGO))(),
        valid_timestamp_misfit=lambda: at_once(stamper=misfit_stamper(SEALED_ON))(),
    ),
    **_cases(
        S.UNDECIDED,
        F.UNREADABLE,
        password_asked=_locked,
        unknown_form=lambda: sealed().replace(b"/ETSI.CAdES.detached", b"/Onbekend.Formaat001"),
        cut_in_the_signature=lambda: sealed()[: sealed().index(b"/Contents <") + 5000],
    ),
}
