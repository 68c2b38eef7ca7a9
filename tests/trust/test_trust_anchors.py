"""What comes with the program is what it says it is, and the test authorities are not among it."""

import pickle
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from dossiercheck.errors import TrustError
from dossiercheck.facts import SealFault
from dossiercheck.readers.seals import judge_seal
from dossiercheck.trust import (
    AnchorKind,
    AnchorOrigin,
    TrustAnchors,
    add_anchors,
    all_anchors,
    builtin_anchors,
    load_anchors,
    merge,
    remove_anchor,
    update_from_lists,
    user_anchors,
)
from tests import pki
from tests.seal_faults import NOW, sealed

TOOLS = Path(__file__).parents[1] / "seals" / "tools"

# name, kind, first day, last day, SHA-256. The fingerprints of the roots G2, G3 and QuoVadis G3 and of the issuing
# authorities were fixed beforehand; of QuoVadis Root CA 2 and 3 only their beginning and end; those of the timestamp
# authorities are what the package carries.
SHIPPED = """
Staat der Nederlanden Root CA - G3|root|2013-11-14|2028-11-13|3c4fb0b95ab8b30032f432b86f535fe172c185d0fd39865837cf36187fa6f428
Staat der Nederlanden Root CA - G2|root|2008-03-26|2020-03-25|668c83947da63b724bece1743c31a0e6aed0db8ec5b31be377bb784f91b6716f
QuoVadis Root CA 1 G3|root|2012-01-12|2042-01-12|8a866fd1b276b57e578e921c65828a2bed58e9f2f288054134b7f1f4bfc9cc74
QuoVadis Root CA 2 G3|root|2012-01-12|2042-01-12|8fe4fb0af93a4d0d67db0bebb23e37c71bf325dcbcdd240ea04daf58b47e1840
QuoVadis Root CA 3 G3|root|2012-01-12|2042-01-12|88ef81de202eb018452e43f864725cea5fbd1fc2d9d205730709c5d8b8690f46
QuoVadis Root CA 2|root|2006-11-24|2031-11-24|85a0dd7dd720adb7ff05f83d542b209dc7ff4528f7d677b18389fea5e5c49e86
QuoVadis Root CA 3|root|2006-11-24|2031-11-24|18f1fc7f205df8adddeb7fe007dd57e3af375a9c4d8d73546bf4f1fed1e18d35
QuoVadis EU Issuing Certification Authority G4|issuing authority|2016-06-13|2026-06-13|0dd818228990d83fce9f9dca7b5cc44ed318edd16399987ea893877ea52de11e
QuoVadis EU Issuing Certification Authority G6|issuing authority|2020-08-12|2029-08-10|19b74b7e41ca73465832838a14eb432c4826f1b15def42b90aae9f8fab8b79b3
DigiCert QuoVadis G3 Qualified Europe RSA4096 SHA256 2023 CA1|issuing authority|2023-03-14|2032-03-11|b36425f1491b2ee08ec87b69c23ea6a76ebf769c4c34fe3798a4cb9a1990e070
KPN BV PKIoverheid Organisatie Services CA - G3|issuing authority|2016-12-08|2028-11-12|f22db657a1a929841abcac52671a5cee8a7d069586af85ce16de2b05dda22252
QuoVadis PKIoverheid Organisatie Services CA - G3|issuing authority|2016-11-03|2028-11-12|becfde124cedd344d925cb55edda662d9a9c0688fa9a0870ce3dbb6da4313e4e
QuoVadis PKIoverheid Organisatie Services CA - 2022|issuing authority|2022-01-27|2028-11-12|b0d9afda74163609e4eab017eee4ce0b235aeef7d68c06f86e74c6387999b2b7
DigiCert QuoVadis PKIoverheid Organisatie Services CA - 2023|issuing authority|2023-03-20|2028-11-12|6e25c0044c7ebb30d01a4cc3d5733d734d06cd296a6823e63527f4182d528351
Digidentity BV PKIoverheid Organisatie Services CA - 2021|issuing authority|2021-02-25|2028-11-12|827a6b205d2e73ff379286dd0b2ded5aec7239efe6bc8cacb03abccd84b95750
Digidentity - G4 PKIo EUTL G-Sigs LP - 2025|issuing authority|2025-07-17|2039-05-18|afa38fdfe1fae7eed7365245583464e334080f8313b4a2caba14258b5451d6df
DigiCert Trusted Root G4|timestamp authority|2013-08-01|2038-01-15|552f7bdcf1a7af9e6ce672017f4f12abf77240c78e761ac203d1d9d20ac89988
DigiCert Assured ID Root CA|timestamp authority|2006-11-10|2031-11-10|3e9099b5015e8f486c00bcea9d111ee721faba355a89bcf1df69561e3dc6325c
certSIGN ROOT CA G2|timestamp authority|2017-02-06|2042-02-06|657cfe2fa73faa38462571f332a2363a46fce7020951710702cdfbb6eeda3305
certSIGN ROOT CA|timestamp authority|2006-07-04|2031-07-04|eaa962c4fa4a6bafebe415196d351ccd888d4f53f3fa8ae6d7c466a94e6042bb
"""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIERCHECK_CONFIG_DIR", str(tmp_path / "config"))
    return tmp_path


def test_the_shipped_anchors_are_these_and_no_others() -> None:
    shipped = {
        f"{a.name}|{a.kind}|{a.valid_from:%Y-%m-%d}|{a.valid_until:%Y-%m-%d}|{a.sha256}"
        for a in builtin_anchors().anchors
    }
    assert shipped == set(SHIPPED.strip().splitlines())


@pytest.mark.parametrize("anchor", builtin_anchors().anchors, ids=lambda a: a.name)
def test_the_index_says_what_the_certificate_says(anchor: object) -> None:
    found = next(a for a in builtin_anchors().anchors if a is anchor)
    certificate = x509.load_der_x509_certificate(found.der)
    assert certificate.fingerprint(hashes.SHA256()).hex() == found.sha256
    assert (certificate.not_valid_before_utc, certificate.not_valid_after_utc) == (found.valid_from, found.valid_until)
    assert found.name in certificate.subject.rfc4514_string()
    assert found.provenance.startswith(("certifi 20", "@attestto/trust 1.3.0"))
    assert "//" not in found.provenance
    assert (found.kind is AnchorKind.ISSUER) == (certificate.subject != certificate.issuer)
    assert certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_no_test_authority_is_among_them() -> None:
    builtin = builtin_anchors()
    assert not [a for a in builtin.anchors if "test" in a.name.lower() or "dossiercheck" in a.name.lower()]
    tools = load_anchors(TOOLS / "anchors.pem")
    assert not {a.sha256 for a in builtin.anchors} & {a.sha256 for a in (tools + pki.trust()).anchors}
    assert judge_seal(sealed(), builtin, NOW).fault is SealFault.UNKNOWN_AUTHORITY
    keys = list(Path(__file__).parents[2].joinpath("sample_dossiers").rglob("*.pem"))
    samples = [a.sha256 for key in keys for a in load_anchors(key).anchors]
    assert not {a.sha256 for a in builtin.anchors} & set(samples)


def test_timestamp_authorities_vouch_for_no_seal() -> None:
    builtin = builtin_anchors()
    stamps = {a.der for a in builtin.anchors if a.kind is AnchorKind.TIMESTAMP}
    assert stamps
    assert not stamps & set(builtin.signing)
    assert stamps <= set(builtin.timestamping)


def test_anchors_travel_to_workers_and_have_one_fingerprint() -> None:
    anchors = builtin_anchors()
    assert pickle.loads(pickle.dumps(anchors)) == anchors
    assert TrustAnchors(anchors=anchors.anchors[::-1]).fingerprint == anchors.fingerprint
    assert (anchors + pki.trust()).fingerprint != anchors.fingerprint
    assert merge([anchors, anchors]) == anchors


def test_files_folders_pem_and_der(tmp_path: Path) -> None:
    by = pki.authority()
    folder = tmp_path / "given" / "deep"
    folder.mkdir(parents=True)
    (folder / "several.pem").write_bytes(b"bag attributes\n" + by.anchors_pem())
    (folder / "one.DER").write_bytes(by.issuer.der)
    (folder / "notes.txt").write_text("no certificate")
    found = load_anchors(tmp_path / "given")
    assert {a.der for a in found.anchors} == {by.root.der, by.tsa_root.der, by.issuer.der}
    assert {a.origin for a in found.anchors} == {AnchorOrigin.OPTION}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----",
        b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        b"-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----",
        pki.authority().root.der[:-10],
        pki.authority().root.der + b"x",
    ],
    ids=range(7),
)
def test_what_cannot_be_used_is_said_in_both_languages(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pem").write_bytes(content)
    with pytest.raises(TrustError) as caught:
        load_anchors(tmp_path / "a.pem")
    assert "a.pem" in caught.value.nl
    assert "a.pem" in caught.value.en


def test_missing_and_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "nowhere.pem", tmp_path / "empty"):
        with pytest.raises(TrustError):
            load_anchors(path)


def test_the_user_s_own_store(tmp_path: Path) -> None:
    assert user_anchors() == TrustAnchors()
    (tmp_path / "a.pem").write_bytes(pki.authority().anchors_pem())
    new = add_anchors(tmp_path / "a.pem")
    assert len(new.anchors) == 2
    assert add_anchors(tmp_path / "a.pem").anchors == ()
    kept = user_anchors()
    assert {(a.sha256, a.origin, a.provenance) for a in kept.anchors} == {
        (a.sha256, AnchorOrigin.USER, "a.pem") for a in new.anchors
    }
    assert set(all_anchors().anchors) == {*builtin_anchors().anchors, *kept.anchors}
    removed = remove_anchor(new.anchors[0].sha256[:8].upper())
    assert removed.sha256 == new.anchors[0].sha256
    assert [a.sha256 for a in user_anchors().anchors] == [new.anchors[1].sha256]
    for wrong in ("", "ab", "00000000", new.anchors[0].sha256):
        with pytest.raises(TrustError):
            remove_anchor(wrong)


def test_trusted_lists_need_the_list_of_lists_and_valid_signatures(tmp_path: Path) -> None:
    lotl = tmp_path / "eu-lotl.xml"
    lotl.write_text('<TrustServiceStatusList TSLType="EUlistofthelists"/>')
    national = tmp_path / "nl.xml"
    national.write_text("<TrustServiceStatusList><T>NL</T></TrustServiceStatusList>")
    for files in ([national], [lotl], [lotl, national], [lotl, tmp_path / "nowhere.xml"]):
        with pytest.raises(TrustError):
            update_from_lists(files)
    assert user_anchors() == TrustAnchors()


def test_without_the_extra_the_user_is_told_which(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr("dossiercheck.trust.lists.import_module", missing)
    with pytest.raises(TrustError) as caught:
        update_from_lists([tmp_path / "a.xml"])
    assert "dossiercheck[tl]" in caught.value.en
    assert "dossiercheck[tl]" in caught.value.nl


def test_sample_authority_keeps_its_keys(tmp_path: Path) -> None:
    first, again = pki.sample_authority(tmp_path / "keys"), pki.sample_authority(tmp_path / "keys")
    assert first.anchors_pem() == again.anchors_pem()
    pdf = pki.seal_as_duo(sealed(), signed_at=datetime(2022, 1, 1, tzinfo=UTC), by=again, field="Z2")
    assert judge_seal(pdf, pki.trust(first, pki.authority()), NOW).signatures[1].trusted
