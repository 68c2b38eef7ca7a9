"""Attacks at random and by the handful: whatever is done to a sealed file, it is never called genuine unless harmless."""

import random
import re
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from dossiercheck.facts import SealFault, SealState
from dossiercheck.readers.seals import judge_seal, may_hold_signature, sealed_revision
from tests import pki
from tests.seal_faults import NOW, SEALED_ON, append, base, contract, object_of, sealed, stream, with_annotation


@cache
def archived() -> bytes:
    """Sealed, with validation data and a document timestamp."""
    return pki.add_document_timestamp(pki.add_validation_data(sealed(), at=SEALED_ON), at=SEALED_ON)


@pytest.mark.parametrize("seed", range(3))
def test_no_flipped_byte_of_what_was_signed_goes_unseen(seed: int) -> None:
    chance = random.Random(seed)
    pdf = sealed()
    gap = range(pdf.index(b"/Contents <") + 10, pdf.index(b">", pdf.index(b"/Contents <") + 12) + 1)
    for _ in range(10):
        at = chance.choice([n for n in chance.sample(range(len(pdf)), 400) if n not in gap])
        changed = pdf[:at] + bytes([pdf[at] ^ chance.choice([1, 2, 4, 32, 128])]) + pdf[at + 1 :]
        seal = judge_seal(changed, pki.trust(), NOW)
        assert seal.state in (SealState.BROKEN, SealState.UNDECIDED), (at, pdf[at - 20 : at + 20])


@pytest.mark.parametrize("kind", ["certified", "approved", "archived"])
@pytest.mark.parametrize("body", [b"null", stream(b"BT (V. Vervalst) Tj ET")], ids=["null", "stream"])
def test_no_object_can_be_overwritten(kind: str, body: bytes) -> None:
    pdf = {"certified": sealed, "approved": lambda: sealed(certify=False), "archived": archived}[kind]()
    chance = random.Random(kind)
    size = max(int(n) for n in re.findall(rb"/Size (\d+)", pdf))
    for number in chance.sample(range(1, size + 1), 6):
        seal = judge_seal(append(pdf, {number: body}), pki.trust(), NOW)
        assert seal.state in (SealState.ALTERED, SealState.BROKEN), number


def test_a_broken_seal_under_a_good_signature_stays_broken() -> None:
    broken = sealed().replace(b"T. Testpersoon", b"V. Vervalsting")
    signed = pki.seal_as_duo(broken, signed_at=SEALED_ON, field="Zegel2")
    assert judge_seal(signed, pki.trust(), NOW).state is SealState.BROKEN


def test_text_is_read_from_what_was_sealed() -> None:
    pdf = sealed()
    changed = with_annotation(pdf, "/FreeText")
    seal = judge_seal(changed, pki.trust(), NOW)
    assert sealed_revision(changed, seal) == pdf
    assert sealed_revision(pdf, judge_seal(pdf, pki.trust(), NOW)) == pdf
    assert sealed_revision(base(), judge_seal(base(), pki.trust(), NOW)) == base()


def test_text_of_an_xref_swap_is_read_from_what_was_sealed() -> None:
    pdf = sealed()
    swapped = append(pdf, {}, point={6: pdf.index(b"\n8 0 obj") + 1})
    assert sealed_revision(swapped, judge_seal(swapped, pki.trust(), NOW)) == pdf


def test_both_signatures_of_a_contract_are_intact() -> None:
    seal = judge_seal(contract(), pki.trust(), NOW)
    assert [(s.signer.common_name if s.signer else "", s.intact, s.trusted) for s in seal.signatures] == [
        ("J. de Boer", True, False),
        ("P. Jansen", True, False),
    ]
    assert seal.signatures[0].changes == (SealFault.SIGNED_AGAIN,)


def test_a_seal_is_told_in_full() -> None:
    seal = judge_seal(archived(), pki.trust(), NOW)
    main = seal.main
    assert main is not None
    assert main.signer is not None
    assert (main.signer.organisation_id, main.signer.organisation) == (
        "NTRNL-50973029",
        "Dienst Uitvoering Onderwijs (DUO)",
    )
    assert main.issuer is not None
    assert main.issuer.common_name == "dossiercheck TEST Organisatie Services CA"
    assert (main.signed_at, main.timestamped, main.docmdp, main.certification) == (SEALED_ON, True, 1, True)
    assert main.qualified_seal
    assert not main.covers_whole_file
    assert main.changes == ("validation_data",)
    assert [s.kind.value for s in seal.signatures] == ["certification", "timestamp"]


@pytest.mark.parametrize(
    ("valid_until", "state"),
    [
        (NOW, SealState.GENUINE),
        (NOW + timedelta(seconds=1), SealState.GENUINE),
        (NOW - timedelta(seconds=1), SealState.UNDECIDED),
    ],
)
def test_the_last_second_of_a_certificate(valid_until: datetime, state: SealState) -> None:
    pdf = pki.seal_as_duo(base(), signed_at=SEALED_ON, valid=(SEALED_ON, valid_until), timestamp=False)
    assert judge_seal(pdf, pki.trust(), NOW).state is state


@pytest.mark.parametrize("only_issuers", [True, False])
def test_an_expired_issuing_authority_is_the_normal_case(only_issuers: bool) -> None:
    ended = (datetime(2012, 1, 1, tzinfo=UTC), datetime(2023, 1, 1, tzinfo=UTC))
    by = pki.make_authority(issuer_valid=ended, root_valid=ended if not only_issuers else pki.LONG, tsa_valid=ended)
    pdf = pki.seal_as_duo(base(), signed_at=SEALED_ON, by=by)
    assert judge_seal(pdf, pki.trust(by, only_issuers=only_issuers), NOW).state is SealState.GENUINE
    late = pki.seal_as_duo(base(), signed_at=SEALED_ON, by=by, timestamp=False)
    assert judge_seal(late, pki.trust(by, only_issuers=only_issuers), NOW).fault is SealFault.EXPIRED_WITHOUT_TIMESTAMP


def test_a_timestamp_authority_vouches_for_no_seal() -> None:
    by = pki.authority()
    forged = by.tsa  # a certificate for timestamps only
    pdf = pki.seal_as_duo(base(), signed_at=SEALED_ON, signer=forged)
    assert judge_seal(pdf, pki.trust(), NOW).state is SealState.INTACT_UNTRUSTED


def test_an_organisation_is_no_authority() -> None:
    """A seal certificate of a trusted authority that signs another one: the chain does not hold."""
    by = pki.authority()
    middle = by.seal(pki.OTHER)
    forged = pki._issue(pki.DUO, by.seal_key, middle, pki.LONG, pki._seal_extensions("seal"))
    pdf = pki.seal_as_duo(base(), signed_at=SEALED_ON, signer=forged)
    assert judge_seal(pdf, pki.trust(), NOW).state is SealState.INTACT_UNTRUSTED


def test_without_anchors_nothing_is_genuine() -> None:
    from dossiercheck.trust import TrustAnchors

    assert judge_seal(sealed(), TrustAnchors(), NOW).fault is SealFault.UNKNOWN_AUTHORITY


@pytest.mark.parametrize(
    "name", [b"/ByteRange", b"/Byte#52ange", b"/#42yteRange", b"/B#79te#52#61nge"], ids=lambda n: n.decode()
)
def test_escaped_names_are_seen(name: bytes) -> None:
    assert may_hold_signature(b"%PDF-1.7\n<< " + name + b" [0 1 2 3] >>")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"/ByteRange",
        b"%PDF-1.7\n/ByteRange [0 1 2 3]",
        b"%PDF-1.7\n" + b"[" * 50_000 + b"/ByteRange [0 1 2 3]",
        b"%PDF-1.7\n" + b"/ByteRange [" * 5000,
        b"%PDF-1.7\n" + b"/ByteRange [0 99999999999 999999999999 999999999999] <" + b"3" * 5000 + b">",
        b"%PDF-1.7\n/ByteRange [0 1 2 3]\n" + b"startxref\n0\n%%EOF\n" * 1000,
    ],
    ids=range(7),
)
def test_nonsense_never_raises_and_is_never_genuine(data: bytes) -> None:
    assert judge_seal(data, pki.trust(), NOW).state in (SealState.NONE, SealState.UNDECIDED, SealState.BROKEN)


def test_too_many_signatures_are_left_undecided() -> None:
    value = object_of(sealed(), int(re.findall(rb"/V (\d+) 0 R", sealed())[-1]))
    fields = {100 + n: b"<< /FT /Sig /T (z%d) /V %d 0 R >>" % (n, 300 + n) for n in range(70)}
    values = {300 + n: value for n in range(70)}
    form = b"<< /Fields [%s] >>" % b" ".join(b"%d 0 R" % n for n in fields)
    crowded = append(base(), {9: form, **fields, **values})
    assert judge_seal(crowded, pki.trust(), NOW).fault is SealFault.UNREADABLE


def test_what_is_too_large_is_left_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossiercheck.readers.seals.MAX_BYTES", 1000)
    assert judge_seal(sealed(), pki.trust(), NOW).fault is SealFault.UNREADABLE
    assert judge_seal(base(), pki.trust(), NOW).state is SealState.NONE
