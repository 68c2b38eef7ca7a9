"""The command line, whole: exit codes, where what is written, options that overrule, and never a traceback."""

from __future__ import annotations

import json
import os
import random
import shutil
import stat
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from tests.whole import ON, SAMPLES, TRUST, Ran, check, dossiercheck

KINDS = {
    "diploma", "vog", "contract", "evc-certificate", "personnel-table", "location-overview", "sample", "evacuation-plan",
    "rie", "subcontract", "kvk-extract", "bank-statement", "tax-statement", "insurance", "quality-manual",
    "quality-certificate", "care-plan", "permit-check", "permit", "product-form", "manifest", "other", "unreadable",
}  # fmt: skip
OUTCOMES = {"met", "not_met", "undecided", "not_applicable"}


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No settings of this machine's user, and a plain environment."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("DOSSIERCHECK_CONFIG_DIR", str(folder))
    for variable in ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES", "DOSSIERCHECK_DEBUG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return folder


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def refused(ran: Ran) -> str:
    """Nothing was judged: said on standard error, and nothing else anywhere."""
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip() and "Traceback" not in ran.err
    return ran.err


# --- exit codes


@pytest.mark.parametrize(
    ("sample", "code", "verdict"),
    [("clean", 0, "complete"), ("vog-too-old", 1, "incomplete"), ("vog-after-start", 3, "needs_review"), ("clean-twente", 0, "complete")],
)  # fmt: skip
def test_the_exit_code_is_the_verdict(sample: str, code: int, verdict: str) -> None:
    ran = check(SAMPLES / sample, "--format", "json")
    assert (ran.code, ran.json["verdict"], ran.err) == (code, verdict, "")


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with all that can be wrong about a command's arguments."""
    root = tmp_path_factory.mktemp("wrong")
    (root / "empty").mkdir()
    (root / "folders-only" / "a" / "b").mkdir(parents=True)
    (root / "text.txt").write_text("niets")
    (root / "broken.zip").write_bytes(b"PK\x03\x04 and nothing more")
    zipfile.ZipFile(root / "empty.zip", "w").close()
    (root / "broken.yaml").write_text("id: x\nrequirements: [\n")
    (root / "not.pem").write_text("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    (root / "no-set").mkdir()
    (root / "no-set" / "note.txt").write_text("hallo")
    (root / "odd-set").mkdir()
    (root / "odd-set" / "dossier.yaml").write_text("requirements: ../../etc/passwd\n")
    return root


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("arguments", "dutch", "english"),
    [
        (["{wrong}/nowhere"], "bestaat niet", "does not exist"),
        (["{wrong}/empty"], "is leeg", "is empty"),
        (["{wrong}/folders-only"], "is leeg", "is empty"),
        (["{wrong}/empty.zip"], "is leeg", "is empty"),
        (["{wrong}/text.txt"], "geen map en geen ZIP", "neither a folder nor a ZIP"),
        (["{wrong}/broken.zip"], "kan niet als ZIP", "cannot be opened as a ZIP"),
        (["{wrong}/no-set"], "Welke eisenset geldt", "Which requirement set applies"),
        (["{wrong}/odd-set"], "dossier.yaml noemt eisenset", "dossier.yaml names set"),
        (["{clean}", "--requirements", "twente-t77984"], "Bedoelt u twente-t77948", "Did you mean twente-t77948"),
        (["{clean}", "--requirements", "{wrong}/broken.yaml"], "geen geldige YAML", "no valid YAML"),
        (["{clean}", "--requirements", "{wrong}/nowhere.yaml"], "is er niet", "There is no requirement set"),
        (["{clean}", "--on", "31-02-2024"], "dit is geen datum", "this is no date"),
        (["{clean}", "--requested-on", "morgen"], "--requested-on", "--requested-on"),
        (["{clean}", "--submitted-on", "\x1b[31m"], "--submitted-on", "--submitted-on"),
        (["{clean}", "--trust", "{wrong}/not.pem"], "not.pem", "not.pem"),
        (["{clean}", "--trust", "{wrong}/nowhere.pem"], "nowhere.pem", "nowhere.pem"),
        (["{clean}", "--trust", "{wrong}/empty"], "empty", "empty"),
        (["{clean}", "--output", "{clean}/report.json"], "ligt in het dossier zelf", "is inside the dossier"),
        (["{clean}", "--output", "{clean}/../clean/personeel/x.txt"], "ligt in het dossier zelf", "is inside the dossier"),
        (["{clean}", "--output", "report.docx"], "geen bekend formaat", "No known format"),
        (["{clean}", "--output", "report"], "geen bekend formaat", "No known format"),
        (["{clean}", "--output", "{wrong}/no/such/folder/report.json"], "kan niet worden geschreven", "cannot be written"),
    ],
    ids=lambda value: " ".join(value)[-40:].encode("ascii", "replace").decode() if isinstance(value, list) else "",
)  # fmt: skip
def test_what_is_wrong_with_a_command_is_said_and_nothing_judged(
    arguments: list[str], dutch: str, english: str, lang: str, wrong: Path
) -> None:
    given = [a.format(wrong=wrong, clean=SAMPLES / "clean") for a in arguments]
    error = refused(dossiercheck("check", *given, "--lang", lang))
    assert (dutch if lang == "nl" else english) in error
    assert "\x1b" not in error
    assert "report.json" not in files_of(SAMPLES / "clean")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"], ["check", "a", "b"], ["check", ".", "--format", "docx"], ["check", ".", "--only", "all"],
        ["check", ".", "--lang", "de"], ["check", ".", "--role", "both"], ["check", ".", "--headcount", "0"],
        ["check", ".", "--headcount", "veel"], ["check", ".", "--nonsense"], ["chek", "."], ["inspect"],
        ["trust", "remove"], ["trust", "ad", "x"], ["schema", "nothing"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_command_that_is_none_is_refused(arguments: list[str]) -> None:
    refused(dossiercheck(*arguments))


def test_without_a_command_the_help_is_shown() -> None:
    ran = dossiercheck("--help")
    assert ran.code == 0 and all(word in ran.out for word in ("check", "inspect", "schema", "trust"))


# --- what goes where


@pytest.mark.parametrize(("lang", "word"), [("nl", "NIET COMPLEET"), ("en", "NOT COMPLETE")])
def test_the_report_goes_to_standard_output(lang: str, word: str) -> None:
    ran = check(SAMPLES / "vog-too-old", lang=lang)
    assert ran.err == "" and word in ran.out
    assert "\x1b" not in ran.out


@pytest.mark.parametrize(
    ("locale", "dutch"), [("nl_NL.UTF-8", True), ("nl", True), ("en_US.UTF-8", False), ("C", False)]
)
def test_the_language_follows_the_locale(locale: str, dutch: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert ("bestaat niet" in refused(dossiercheck("check", "/nowhere/at/all"))) is dutch


def test_outputs_are_repeated_and_follow_their_endings(tmp_path: Path) -> None:
    text, data, odd = tmp_path / "r.txt", tmp_path / "R.JSON", tmp_path / "report.dat"
    ran = check(
        SAMPLES / "vog-too-old",
        "--format",
        "json",
        "--output",
        text,
        "--output",
        data,
        "--output",
        odd,
        "--output",
        "-",
    )
    assert ran.code == 1
    assert ran.json == json.loads(data.read_text("utf-8")) == json.loads(odd.read_text("utf-8"))
    assert ran.json["verdict"] == "incomplete"
    assert text.read_text("utf-8") == check(SAMPLES / "vog-too-old").out


def test_what_is_looked_at_is_never_written_to(tmp_path: Path) -> None:
    """Not as a folder, not as a ZIP, not as a document, and by no other name of it."""
    archive, paper, link = tmp_path / "dossier.zip", tmp_path / "vog.pdf", tmp_path / "report.json"
    shutil.make_archive(str(archive.with_suffix("")), "zip", SAMPLES / "vog-missing")
    shutil.copy(SAMPLES / "clean" / "personeel" / "02-van-den-berg" / "vog.pdf", paper)
    before = archive.read_bytes(), paper.read_bytes()
    refused(check(archive, "--format", "json", "--output", archive))
    refused(dossiercheck("inspect", paper, "--format", "json", "--output", "-", "--output", paper))
    os.link(paper, link)
    refused(dossiercheck("inspect", paper, "--output", link))
    link.unlink()
    link.symlink_to(archive)
    refused(check(archive, "--output", link))
    assert (archive.read_bytes(), paper.read_bytes()) == before


def test_quiet_says_the_verdict_only() -> None:
    full, quiet = check(SAMPLES / "vog-too-old"), check(SAMPLES / "vog-too-old", "--quiet")
    assert (quiet.code, quiet.err) == (full.code, "")
    assert 0 < len(quiet.out.splitlines()) < 6 and len(quiet.out) < len(full.out)


def test_verbose_says_more() -> None:
    full, verbose = check(SAMPLES / "clean"), check(SAMPLES / "clean", "--verbose")
    assert len(verbose.out) > len(full.out)


@pytest.mark.parametrize("sample", ["vog-too-old", "contract-hours-missing", "vog-after-start", "file-with-password"])
def test_a_filter_changes_what_is_shown_and_never_the_verdict(sample: str) -> None:
    full = check(SAMPLES / sample, "--format", "json")
    for only, severity in (("ko", "knockout"), ("required", "required")):
        part = check(SAMPLES / sample, "--format", "json", "--only", only)
        assert part.code == full.code
        assert {**part.json, "findings": 0} == {**full.json, "findings": 0}
        assert part.json["findings"] == [f for f in full.json["findings"] if f["severity"] == severity]
        assert check(SAMPLES / sample, "--only", only).code == full.code


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({"NO_COLOR": "1"}, False)],
)  # fmt: skip
def test_colours_only_where_they_are_wanted(
    environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ran = check(SAMPLES / "vog-too-old", "--output", "-", "--output", tmp_path / "r.txt")
    assert ("\x1b[" in ran.out) is coloured
    assert "\x1b" not in (tmp_path / "r.txt").read_text("utf-8")


# --- options overrule dossier.yaml


def outcomes(ran: Ran, requirement: str) -> dict[str, tuple[str, str | None]]:
    return {
        f["subject"]["id"]: (f["outcome"], f["reason"]) for f in ran.json["findings"] if f["requirement"] == requirement
    }


def test_the_role_given_counts() -> None:
    missing = check(SAMPLES / "twente-role-missing", "--format", "json")
    assert outcomes(missing, "role") == {"provider": ("undecided", "not_declared")}
    for role in ("main", "sub"):
        given = check(SAMPLES / "twente-role-missing", "--format", "json", "--role", role)
        assert outcomes(given, "role") == {"provider": ("met", None)}


@pytest.mark.parametrize(
    ("products", "code", "needs"),
    [(["plus"], 1, ("not_met", "needs_basis")), (["basis"], 0, ("not_applicable", None)), (["Plus", " BASIS "], 0, ("met", None))],
)  # fmt: skip
def test_the_products_given_count(products: list[str], code: int, needs: tuple[str, str | None]) -> None:
    given = [part for product in products for part in ("--product", product)]
    ran = check(SAMPLES / "clean-twente", "--format", "json", *given)
    assert ran.code == code
    assert outcomes(ran, "products.plus-needs-basis") == {"plus": needs}


def test_an_unknown_product_or_municipality_is_named() -> None:
    ran = check(SAMPLES / "clean-twente", "--format", "json", "--product", "dagbesteding", "--municipality", "Hengelo")
    assert outcomes(ran, "products")["provider"][0] == "not_met"
    assert outcomes(ran, "municipalities") == {"provider": ("not_met", "unknown_municipality")}
    assert ran.code == 1


def test_the_provider_s_name_and_the_set_given_count() -> None:
    ran = check(
        SAMPLES / "clean", "--format", "json", "--provider-name", "Een Ander B.V.", "--requirements", "twente-t77948"
    )
    assert ran.json["dossier"]["provider"] == "Een Ander B.V."
    assert ran.json["requirements"]["id"] == "twente-t77948"


@pytest.mark.parametrize(
    ("sample", "given", "reason"),
    [("clean", "1,2,3,5", None), ("clean", "1", "wrong_size"), ("clean", "1,2,99", "unknown_number"), ("clean", "1, 2,2, 5,3", None)],
)  # fmt: skip
def test_the_sample_given_counts(sample: str, given: str, reason: str | None) -> None:
    ran = check(SAMPLES / sample, "--format", "json", "--sample", given)
    assert outcomes(ran, "personnel.sample") == {"provider": ("not_met" if reason else "met", reason)}
    left_out = {who for who, (outcome, _) in outcomes(ran, "vog.present").items() if outcome == "not_applicable"}
    assert left_out == (set() if reason else {"4"})


def test_the_date_given_is_the_date_judged_by() -> None:
    assert check(SAMPLES / "clean", "--format", "json", "--on", "1 juni 2024").json["on"] == "2024-06-01"
    late = check(SAMPLES / "clean", "--format", "json", "--on", "2030-01-01")
    assert late.code == 1 and late.json["on"] == "2030-01-01"


# --- schema, trust, inspect


@pytest.mark.parametrize(("lang", "title"), [("nl", "begeleiding individueel"), ("en", "individual support")])
def test_schema_list(lang: str, title: str) -> None:
    ran = dossiercheck("schema", "list", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[0] for line in ran.out.splitlines()] == ["h6-wmo", "twente-personnel", "twente-t77948"]
    assert title in ran.out


def test_trust_is_added_listed_used_and_removed(own_settings: Path) -> None:
    def fingerprints() -> set[str]:
        ran = dossiercheck("trust", "list")
        assert ran.code == 0 and ran.err == ""
        return {word for line in ran.out.splitlines() for word in line.split() if len(word) == 64}

    def untrusting() -> int:
        return dossiercheck("check", SAMPLES / "clean", "--on", ON.isoformat()).code

    shipped = fingerprints()
    assert shipped and untrusting() == 3
    added = dossiercheck("trust", "add", TRUST)
    assert added.code == 0 and str(own_settings) in added.err
    new = fingerprints() - shipped
    assert len(new) == 2 and untrusting() == 0
    again = dossiercheck("trust", "add", TRUST, "--lang", "nl")
    assert (again.code, again.out) == (0, "") and "0 toegevoegd" in again.err
    for fingerprint in new:
        assert dossiercheck("trust", "remove", fingerprint[:12]).code == 0
    assert fingerprints() == shipped and untrusting() == 3
    refused(dossiercheck("trust", "remove", next(iter(new))))
    refused(dossiercheck("trust", "remove", next(iter(shipped))))
    refused(dossiercheck("trust", "add", SAMPLES / "clean" / "dossier.yaml"))
    refused(dossiercheck("trust", "add", "nowhere.pem"))
    assert fingerprints() == shipped


def test_a_broken_store_is_named(own_settings: Path) -> None:
    (own_settings / "trust").mkdir()
    (own_settings / "trust" / "broken.pem").write_text("no certificate")
    assert "broken.pem" in refused(dossiercheck("check", SAMPLES / "clean"))


DIPLOMA = SAMPLES / "clean" / "personeel" / "02-van-den-berg" / "diploma.pdf"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_inspect_tells_what_is_seen(lang: str) -> None:
    ran = dossiercheck(
        "inspect", DIPLOMA, DIPLOMA.with_name("vog.pdf"), "--trust", TRUST, "--on", ON.isoformat(), "--lang", lang
    )
    assert (ran.code, ran.err) == (0, "")
    assert "diploma.pdf" in ran.out and "vog.pdf" in ran.out and "Uitvoering Onderwijs" in ran.out
    assert "Traceback" not in ran.out and "\x1b" not in ran.out


def test_inspect_as_json() -> None:
    ran = dossiercheck(
        "inspect",
        DIPLOMA,
        DIPLOMA.parents[2] / "dossier.yaml",
        "--trust",
        TRUST,
        "--on",
        ON.isoformat(),
        "--format",
        "json",
    )
    assert ran.json["format"] == "dossiercheck-inspect/1"
    diploma, statement = ran.json["documents"]
    documents_are_whole([{k: v for k, v in d.items() if k != "signatures"} for d in (diploma, statement)])
    assert (diploma["kind"], statement["kind"], statement["signatures"]) == ("diploma", "manifest", [])
    (signature,) = [s for s in diploma["signatures"] if s["certification"]]
    asked = {
        "field",
        "signer",
        "issuer",
        "signed_at",
        "timestamped",
        "intact",
        "trusted",
        "covers_whole_file",
        "certification",
        "changes",
    }
    assert asked <= set(signature)
    assert (signature["intact"], signature["trusted"], signature["changes"]) == (True, True, [])


def test_inspect_refuses_what_is_not_there(tmp_path: Path) -> None:
    refused(dossiercheck("inspect", tmp_path / "nothing.pdf"))
    assert dossiercheck("inspect", tmp_path, "--lang", "nl").code in (0, 2)


# --- the report as JSON

PLACE = {"page", "cell", "text", "how", "confidence", "box"}
HOW = {"text", "ocr", "seal", "image", "cell", "file name"}
TOP = {"format", "tool", "dossier", "requirements", "on", "verdict", "not_checked", "counts", "findings", "documents"}
FINDING = {
    "requirement", "source", "severity", "subject", "product", "outcome", "reason", "decided_by", "expiring",
    "valid_until", "waived_by", "decision", "message", "remedy", "evidence",
}  # fmt: skip
DOCUMENT = {
    "file", "sha256", "pages", "kind", "confidence", "employee", "matched_by", "facts", "fact_places", "parts", "seal", "problem",
}  # fmt: skip
SEAL = {"state", "signer", "issuer", "signed_at", "timestamped", "covers_whole_file", "certification", "signatures"}
FACTS = {
    "diploma": {"holder", "born_on", "programme", "level", "awarded_on", "institution"},
    "vog": {"holder", "born_on", "issued_on", "profiles", "function", "form"},
    "contract": {
        "employee", "employer", "function", "starts_on", "ends_on", "hours_per_week", "salary", "signed_by_employer", "signed_by_employee",
    },
}  # fmt: skip


def places_are_whole(place: dict[str, object]) -> None:
    assert set(place) >= PLACE and place["how"] in HOW and 0 <= float(str(place["confidence"])) <= 1
    box = place["box"]
    assert box is None or (isinstance(box, list) and len(box) == 4)


def documents_are_whole(documents: list[dict[str, object]]) -> None:
    for document in documents:
        assert set(document) >= DOCUMENT and document["kind"] in KINDS, document
        assert isinstance(document["facts"], dict) and isinstance(document["fact_places"], dict)
        assert set(document["fact_places"]) <= set(document["facts"])
        assert set(document["facts"]) >= FACTS.get(str(document["kind"]), set()), document["file"]
        for place in document["fact_places"].values():
            places_are_whole(place)
        seal = document["seal"]
        if seal is not None:
            assert isinstance(seal, dict) and set(seal) >= SEAL
            assert seal["state"] in {"none", "genuine", "intact_untrusted", "altered", "broken", "undecided"}


@pytest.mark.parametrize(
    "sample", ["clean-twente", "seal-byte-changed", "evc-competence", "file-with-password", "table-missing"]
)
def test_the_json_report_is_as_it_was_promised(sample: str) -> None:
    report = check(SAMPLES / sample, "--format", "json", lang="nl").json
    assert set(report) >= TOP and report["format"] == "dossiercheck-report/1"
    assert set(report["tool"]) >= {"name", "version"} and report["tool"]["name"] == "dossiercheck"
    assert set(report["dossier"]) >= {"path", "provider", "sha256"} and report["dossier"]["path"] == sample
    assert set(report["requirements"]) >= {"id", "version", "sha256"}
    assert report["on"] == ON.isoformat()
    assert report["verdict"] in {"complete", "incomplete", "needs_review"}
    assert set(report["counts"]) == OUTCOMES | {"expiring", "waived"}
    told = Counter(finding["outcome"] for finding in report["findings"])
    assert {outcome: told[outcome] for outcome in OUTCOMES} == {o: report["counts"][o] for o in OUTCOMES}
    for finding in report["findings"]:
        findings_are_whole(finding)
    documents_are_whole(report["documents"])
    files = files_of(SAMPLES / sample)
    assert sorted(document["file"] for document in report["documents"]) == files
    evidence = {place["file"] for finding in report["findings"] for place in finding["evidence"]}
    assert evidence <= {*files, ""}


def findings_are_whole(finding: dict[str, object]) -> None:
    assert set(finding) >= FINDING, finding
    assert finding["severity"] in {"knockout", "required", "advice"}
    assert finding["outcome"] in OUTCOMES
    assert finding["decided_by"] in {"program", "person", "authority"}
    assert isinstance(finding["subject"], dict) and set(finding["subject"]) >= {"kind", "id", "name"}
    assert finding["subject"]["kind"] in {"provider", "employee", "location", "product", "document"}
    assert isinstance(finding["message"], str) and finding["message"].strip()
    if finding["outcome"] in ("not_met", "undecided"):
        assert finding["reason"] and finding["remedy"], finding
    assert isinstance(finding["evidence"], list)
    for place in finding["evidence"]:
        assert "file" in place
        places_are_whole(place)


def test_every_file_is_accounted_for_once_whatever_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    shutil.copytree(SAMPLES / "vog-missing", folder)
    (folder / "leeg.pdf").write_bytes(b"")
    (folder / ".DS_Store").write_bytes(b"junk")
    (folder / "twee  spaties en é.txt").write_text("tekst")
    (folder / "diep" / "er" / "nog").mkdir(parents=True)
    (folder / "diep" / "er" / "nog" / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0 no picture")
    shutil.copy(folder / "personeelstabel.xlsx", folder / "diep" / "kopie.xlsx")
    with zipfile.ZipFile(folder / "meer.zip", "w") as zipped:
        zipped.writestr("x.pdf", b"%PDF-1.4")
    (folder / "naar-buiten.pdf").symlink_to("/etc/hostname")
    report = check(folder, "--format", "json").json
    listed = Counter(document["file"] for document in report["documents"])
    assert set(listed.values()) == {1} and set(listed) == set(files_of(folder)) | {"naar-buiten.pdf", "meer.zip/x.pdf"}
    kinds = {document["file"]: document["kind"] for document in report["documents"]}
    assert kinds[".DS_Store"] == "other"
    assert kinds["naar-buiten.pdf"] in {"unreadable", "other"}


# --- garbage


def garbage(chance: random.Random) -> bytes:
    start = chance.choice(
        [b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", b"<?xml", b"\xff\xd8\xff", b"id: "]
    )
    return start + chance.randbytes(chance.randrange(4000))


def test_garbage_never_gives_a_traceback(tmp_path: Path) -> None:
    chance = random.Random(77948)
    folder = tmp_path / "rommel"
    folder.mkdir()
    for number in range(40):
        ending = chance.choice([".pdf", ".xlsx", ".yaml", ".csv", ".txt", "", ".jpg", ".zip"])
        (folder / f"{number}{ending}").write_bytes(garbage(chance))
    (folder / "dossier.yaml").write_bytes(b"requirements: twente-t77948\n" + chance.randbytes(200))
    (folder / "personeelstabel.xlsx").write_bytes(garbage(chance))
    (folder / "steekproef.csv").write_bytes(b"nr;\n" + chance.randbytes(50))
    for lang in ("nl", "en"):
        for extra in ((), ("--format", "json"), ("--verbose",)):
            ran = check(folder, "--requirements", "twente-t77948", *extra, lang=lang)
            assert ran.code == 3 and ran.err == ""  # one of them may be the table
            assert "Traceback" not in ran.out and "internal_error" not in ran.out and "\x1b" not in ran.out
    paths = sorted(folder.iterdir())
    ran = dossiercheck("inspect", *paths, "--format", "json")
    assert ran.code == 0 and len(ran.json["documents"]) == len(paths)


@pytest.mark.parametrize("seed", range(12))
def test_samples_with_bytes_changed_at_random_are_judged(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "stuk"
    shutil.copytree(SAMPLES / "vog-too-old", folder)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and chance.random() < 0.5:
            path.chmod(path.stat().st_mode | stat.S_IWUSR)
            data = bytearray(path.read_bytes())
            for _ in range(chance.choice([1, 20, 400])):
                data[chance.randrange(len(data))] = chance.randrange(256)
            path.write_bytes(data[: chance.choice([len(data), len(data) // 2])])
    ran = check(folder, "--requirements", "twente-personnel", "--format", "json")
    assert ran.code in (1, 3), ran.err
    assert not [f for f in ran.json["findings"] if f["reason"] == "internal_error"]
    assert sorted(d["file"] for d in ran.json["documents"]) == files_of(folder)


def test_a_fault_of_the_program_is_a_sentence_and_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    from dossiercheck import judgement

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(judgement, "match_people", fail)
    error = refused(check(SAMPLES / "clean", lang="nl"))
    assert "ZeroDivisionError" in error


def test_a_check_that_fails_is_left_to_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    from dossiercheck.checks.vog import VogMaxAge

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(VogMaxAge, "evaluate", fail)
    ran = check(SAMPLES / "clean", "--format", "json")
    assert ran.code == 3
    assert outcomes(ran, "vog.max-age") == {"provider": ("undecided", "internal_error")}


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    """`dossiercheck inspect … | head -1`, with the real workers."""
    command = [
        sys.executable,
        "-m",
        "dossiercheck",
        "inspect",
        str(SAMPLES / "clean" / "dossier.yaml"),
        "--format",
        "json",
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUTF8": "1"}
    ) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        assert running.stderr.read().startswith(b"dossiercheck: ")
    assert running.returncode == 2, "1 would look like a verdict"
