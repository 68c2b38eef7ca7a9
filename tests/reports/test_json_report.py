"""The JSON report holds exactly the keys that formats.md fixes, with codes that never follow the language."""

import json

import pytest

from dossiercheck.findings import Severity
from dossiercheck.reports import render, render_inspect
from tests.reports import invented

FINDING = "requirement source severity subject product outcome reason decided_by expiring valid_until waived_by decision message remedy evidence"
DOCUMENT = "file sha256 pages kind confidence employee matched_by facts fact_places parts seal problem"
SEAL = "state signer issuer signed_at timestamped covers_whole_file certification signatures"
SIGNATURE = (
    "field signer issuer signed_at timestamped intact trusted covers_whole_file certification docmdp changes fault"
)


def read(lang="en", **options):
    return json.loads(render(invented.incomplete(), "json", lang=lang, **options))


def test_keys():
    report = read()
    assert report["format"] == "dossiercheck-report/1"
    assert report["tool"] == {"name": "dossiercheck", "version": "0.1.0"}
    assert set(report["dossier"]) == {"path", "provider", "sha256"}
    assert {"id", "version", "sha256"} <= set(report["requirements"])
    assert set(report["counts"]) == {"met", "not_met", "undecided", "not_applicable", "expiring", "waived"}
    assert all(set(FINDING.split()) <= set(finding) for finding in report["findings"])
    assert all(set(DOCUMENT.split()) <= set(document) for document in report["documents"])
    assert set(SEAL.split()) <= set(report["documents"][0]["seal"])
    assert report["on"] == "2024-06-01"
    assert report["verdict"] == "incomplete"
    assert report["not_checked"][0] == "declarations"


def test_evidence_and_facts_keep_their_places():
    report = read()
    holder = report["documents"][0]["fact_places"]["holder"]
    assert holder == {"page": 1, "cell": None, "text": "Anna de Wit", "how": "text", "confidence": 1.0, "box": [70.0, 120.0, 180.5, 132.0]}  # fmt: skip
    facts = report["documents"][0]["facts"]
    assert facts == {"holder": "Anna de Wit", "level": "MBO-4", "awarded_on": "2015-07-03", "institution": None}
    old = next(f for f in report["findings"] if f["code"] == "vog-too-old")
    assert old["evidence"][0]["file"] == "personeel/02-van-den-berg/vog.pdf"
    assert old["message"] == "The VOG is dated 12 March 2021, more than 3 years ago."
    assert old["remedy"]


def test_only_texts_follow_the_language():
    texts = ("message", "remedy", "matched_by", "problem", "title", "lang")

    def codes(value):
        if isinstance(value, dict):
            return {key: codes(item) for key, item in value.items() if key not in texts}
        return [codes(item) for item in value] if isinstance(value, list) else value

    assert codes(read("nl")) == codes(read("en"))
    assert read("nl") != read("en")


def test_a_filter_changes_what_is_shown_and_never_the_verdict():
    whole, few = read(), read(only=Severity.ADVICE)
    assert {f["severity"] for f in few["findings"]} == {"advice"}
    assert (few["verdict"], few["counts"]) == (whole["verdict"], whole["counts"])


def test_inspect_lists_every_signature():
    seen = json.loads(render_inspect(invented.DOCUMENTS, "json", lang="en"))
    assert seen["format"] == "dossiercheck-inspect/1"
    assert len(seen["documents"]) == len(invented.DOCUMENTS)
    signature = seen["documents"][0]["signatures"][0]
    assert set(SIGNATURE.split()) <= set(signature)
    assert signature["changes"] == ["content_changed", "validation_data"]
    assert seen["documents"][1]["signatures"] == []


def test_the_same_report_gives_the_same_bytes():
    assert render(invented.many(), "json", lang="nl") == render(invented.many(), "json", lang="nl")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252", "no-such-encoding"])
def test_any_stream_gets_the_same_data(encoding):
    text = render(invented.incomplete(), "json", lang="nl", encoding=encoding)
    assert json.loads(text) == read("nl")
    assert ("Chaïma" in text) is (encoding == "utf-8")
