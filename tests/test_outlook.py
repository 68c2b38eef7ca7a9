"""Ambiguous texts: the report says how they were read, and what another reading would change."""

from tests.tender.set_files import HEAD, write
from tests.whole import SAMPLES, check


def readings(sample, *arguments):
    report = check(SAMPLES / sample, "--requirements", *arguments, "--format", "json").json
    return report, {use["requirement"]: use for use in report["readings"]}


def test_the_reading_used_and_the_others():
    report, found = readings("vog-only-renewal", "twente-personnel")
    use = found["vog.at-start"]
    assert (use["reading"], [other["reading"] for other in use["others"]]) == (
        "first_and_latest", ["one_for_both", "latest_only"],
    )  # fmt: skip
    strict, latest = use["others"]
    assert report["verdict"] == "needs_review" and not strict["changes_verdict"] and strict["changes"] == []
    assert (latest["verdict"], latest["changes_verdict"]) == ("complete", True)
    (change,) = latest["changes"]
    assert (change["requirement"], change["subject"]["id"]) == ("vog.at-start", "2")
    assert change["before"] == {"outcome": "undecided", "reason": "needs_person"}
    assert change["after"] == {"outcome": "not_applicable", "reason": None}


def test_another_reading_that_is_chosen_is_the_one_used(tmp_path):
    chosen = write(tmp_path, HEAD + "requirements:\n  vog.at-start: {reading: latest_only}\n")
    report, found = readings("vog-only-renewal", chosen)
    assert report["verdict"] == "complete"
    assert found["vog.at-start"]["reading"] == "latest_only"
    back = {other["reading"]: other for other in found["vog.at-start"]["others"]}
    assert back["first_and_latest"]["verdict"] == "needs_review"


def test_a_sample_of_another_size_is_judged_about_everybody(tmp_path):
    """In another reading the sample is too small, so that it narrows nothing: who was left out is judged as well."""
    text = "requirements:\n  personnel.sample:\n    readings:\n      used: {title: {nl: a, en: b}}\n"
    text += (
        "      other: {title: {nl: c, en: d}, set: {bands: [{size: 99}]}}\n    bands: [{size: 1}]\n    counted: all\n"
    )
    arguments = write(tmp_path, HEAD + text), "--sample", "4"
    report, found = readings("vog-too-old", *arguments)
    (other,) = found["personnel.sample"]["others"]
    assert (report["verdict"], other["verdict"]) == ("complete", "incomplete")
    assert {change["requirement"] for change in other["changes"]} == {"personnel.sample", "vog.max-age"}


def test_on_the_console_only_what_another_reading_changes_is_told():
    out = check(SAMPLES / "vog-only-renewal", "--requirements", "twente-personnel").out
    told = " ".join(out.split("Read like this")[1].split("Remarks")[0].split())
    assert (
        "Read otherwise: only the age of the newest VOG counts. Then 1 outcome is different (2 Joris van den Berg). The verdict is then: complete."
        in told
    )
    assert "one and the same" not in told and told.count("Another reading changes nothing.") == 2
