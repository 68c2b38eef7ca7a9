"""Sentences: values in words, parts that fall away, whose remedy wins, and that nothing unknown stops a report."""

from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.documents.model import Kind
from dossiercheck.facts import How, SealFault, SealState, SignatureKind
from dossiercheck.findings import Outcome, Reason, Severity, Verdict, Wording
from dossiercheck.reports.problems import Section
from dossiercheck.reports.wording import words
from tests.reports import invented

NL, EN = words("nl"), words("en")
OURS = replace(NL, sections={**NL.sections, "sentences": {"vog-too-old": "De VOG is van {issued}, ouder dan {years} jaar."}, "advice": {"vog-too-old": "Vraag een nieuwe VOG aan.", "expiring": "Vraag op tijd."}})  # fmt: skip
ANNA = invented.employee(invented.PEOPLE[0])
OLD = invented.finding("vog.max-age", ANNA, Outcome.NOT_MET, "vog-too-old", Reason.TOO_OLD, {"issued": date(2021, 3, 12), "years": 3})  # fmt: skip
INFO = replace(invented.BY_ID["vog.max-age"], messages={}, remedies={})


def test_both_languages_hold_the_same_keys():
    assert {s: list(keys) for s, keys in NL.sections.items()} == {s: list(keys) for s, keys in EN.sections.items()}


@pytest.mark.parametrize("say", [NL, EN], ids=["nl", "en"])
def test_every_text_is_a_text(say):
    for section in say.sections.values():
        assert all(isinstance(key, str) and isinstance(text, str) and text for key, text in section.items())


def test_both_languages_use_the_same_values():
    from dossiercheck.reports.wording import _SLOT

    for section in ("sentences", "advice", "labels"):
        for key, text in NL.sections[section].items():
            ours, theirs = ({m[1] for m in _SLOT.finditer(t)} for t in (text, EN.sections[section][key]))
            assert ours == theirs, key


@pytest.mark.parametrize("say", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize(
    ("section", "codes"),
    [
        ("reasons", Reason),
        ("outcomes", Outcome),
        ("kinds", Kind),
        ("seal_states", SealState),
        ("seal_faults", SealFault),
        ("signature_kinds", SignatureKind),
        ("hows", How),
    ],
)
def test_every_code_has_words(say, section, codes):
    assert {code.value for code in codes} <= set(say.sections[section])


def test_every_seal_fault_has_its_own_sentence_and_advice():
    for say in (NL, EN):
        keys = [f"seal-{fault.value.replace('_', '-')}" for fault in SealFault]
        assert set(keys) <= set(say.sections["sentences"])
        assert set(keys) <= set(say.sections["advice"])
        faults = {say.sections["sentences"][key] for key in keys}
        assert len(faults) == len(keys)


def test_every_label_that_is_built_from_a_code_is_there():
    built = [f"verdict-{v.value}" for v in Verdict] + [f"explain-{v.value}" for v in Verdict]
    built += [f"severity-{s.value}" for s in Severity] + [f"only-{s.value}" for s in Severity]
    built += [f"section-{s.value}" for s in Section]
    assert set(built) <= set(NL.sections["labels"])


def test_dates_lists_and_numbers():
    assert (NL.value(date(2022, 3, 12)), EN.value(date(2022, 3, 12))) == ("12 maart 2022", "12 March 2022")
    assert (NL.value(("41", "43", "45")), EN.value(("41", "43"))) == ("41, 43 en 45", "41 and 43")
    assert (NL.value(32.5), EN.value(32.5), NL.value(36.0)) == ("32,5", "32.5", "36")
    assert (NL.value(True), NL.value(None), NL.value(())) == ("ja", "…", "geen")


def test_notation():
    assert NL.fill("{n} {n|bestand|bestanden}", {"n": 1}) == "1 bestand"
    assert NL.fill("{n} {n|bestand|bestanden}", {"n": 2}) == "2 bestanden"
    assert NL.fill("a[[ (blz. {page})]]", {"page": 3}) == "a (blz. 3)"
    assert NL.fill("a[[ (blz. {page})]]", {"page": None}) == "a"
    assert NL.fill("{fields:facts}", {"fields": ("hours_per_week", "salary")}) == "uren per week en salaris"
    assert NL.fill("{fields:facts}", {"fields": "un_known"}) == "un known"


def test_a_value_is_never_taken_for_a_template():
    assert NL.fill("‘{name}’", {"name": "{other} [[x]]", "other": "no"}) == "‘{other} [[x]]’"


def test_sentence_of_a_finding():
    assert OURS.sentence(OLD, INFO) == "De VOG is van 12 maart 2021, ouder dan 3 jaar."


def test_the_requirement_sets_own_message_wins():
    own = replace(INFO, messages={"vog-too-old": Wording(nl="Van {issued}.", en="Of {issued}.")})
    assert NL.sentence(OLD, own) == "Van 12 maart 2021."


def test_unknown_sentences_fall_back_to_title_and_reason():
    unknown = replace(OLD, say="never-heard-of")
    assert NL.sentence(unknown, INFO) == "VOG niet ouder dan drie jaar: te oud."
    assert NL.sentence(replace(unknown, reason=None, outcome=Outcome.MET), None) == "vog.max-age: voldoet."
    assert NL.say("never-heard-of", {}) == "never heard of"


def test_whose_remedy_wins():
    text = Wording(nl="eigen", en="own")
    assert OURS.remedy(OLD, INFO) == "Vraag een nieuwe VOG aan."
    assert OURS.remedy(OLD, replace(INFO, remedies={"vog-too-old": text})) == "eigen"
    assert OURS.remedy(OLD, replace(INFO, remedies={"too_old": text})) == "eigen"
    assert OURS.remedy(replace(OLD, say="never-heard-of"), INFO) == "Vul het dossier aan."
    assert OURS.remedy(replace(OLD, say="never-heard-of"), None) == ""
    assert OURS.remedy(replace(OLD, outcome=Outcome.MET), INFO) == ""
    assert OURS.remedy(replace(OLD, outcome=Outcome.MET, expiring=True), INFO) == "Vraag op tijd."


def test_common_leaves_out_what_differs():
    cases = [{"issued": date(2021, 3, day), "years": 3} for day in (1, 2)]
    assert NL.common("Van {issued}, {years} jaar.", cases) == ("Van …, 3 jaar.", ("1 maart 2021", "2 maart 2021"))


def test_matched_by():
    assert EN.matched_by("name+birth_date") == "name and birth date"
