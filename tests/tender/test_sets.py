"""Sets that extend sets, and the sets that come with the program: they ask what the tender's catalogue asks."""

import shutil

import pytest

from dossiercheck.errors import RequirementSetError
from dossiercheck.findings import Severity
from dossiercheck.tender import installed_sets, load_set, read_set, schema_folder
from tests.tender.set_files import HEAD, TEXTS, loaded, mistakes, write
from tests.whole import ROOT, SAMPLES, check

KO, R, A = Severity.KNOCKOUT, Severity.REQUIRED, Severity.ADVICE

JUDGED = {
    "main-tender": ("Intro, 2.3.1, 4.4", KO),
    "products": ("2.2.1", KO),
    "products.plus-needs-basis": ("2.2.1, 6.1", KO),
    "municipalities": ("1.1, 2.2.1", R),
    "role": ("1.2", R),
    "personnel.per-product": ("3.2.2", R),
    "bibob": ("3.1.1", KO),
    "personnel.table": ("3.2.1", KO),
    "personnel.unique-number": ("3.2.1", KO),
    "personnel.name": ("3.2.1", R),
    "personnel.fields": ("3.2.1, 3.2.3", R),
    "personnel.sample": ("3.2.1", R),
    "diploma.present": ("3.2.2", KO),
    "diploma.duo-seal": ("3.2.2", KO),
    "diploma.pre-register": ("3.2.2", R),
    "diploma.name": ("3.2.2", KO),
    "diploma.level": ("5.3 (1), 6.3 (1)", KO),
    "diploma.care-related": ("5.3 (1), 6.3 (1)", KO),
    "diploma.evc": ("3.2.2, 5.3, 6.3", R),
    "contract.present": ("3.2.3", KO),
    "contract.one-pdf": ("3.2.3", R),
    "contract.in-force": ("3.2.3", KO),
    "contract.signed": ("3.2.3", KO),
    "contract.dates": ("3.2.3", KO),
    "contract.function": ("3.2.3", R),
    "contract.hours": ("3.2.3", R),
    "contract.salary": ("3.2.3", R),
    "contract.name": ("3.2.3", KO),
    "vog.present": ("3.2.4", KO),
    "vog.name": ("3.2.4", KO),
    "vog.at-start": ("3.2.4", KO),
    "vog.max-age": ("3.2.4", KO),
    "vog.profile": ("3.2.4", KO),
    "vog.genuine": ("3.2.4", R),
    "files.belongs": ("C", A),
    "files.unique": ("C", A),
    "files.name": ("C", A),
    "files.readable": ("C", R),
}
"""Table A of the catalogue, as far as it is judged, and the rules about files: id -> paragraph and severity."""
LATER = {
    "declarations": ("1.1 to 6.5", KO),
    "locations.overview": ("3.3.1", KO),
    "locations.rows": ("3.3.1", R),
    "evacuation-plan.present": ("3.4.1", KO),
    "evacuation-plan.content": ("3.4.1", R),
    "rie.action-plan": ("3.5.1", KO),
    "rie.reviewed": ("3.5.1", R),
    "subcontract.agreement": ("3.6.1", R),
    "submission.dutch": ("4.3.1", KO),
    "submission.unconditional": ("4.3.1", KO),
    "submission.on-time": ("4.3.1, 3.1", KO),
}
"""The rest of table A: judged or named as not judged yet, but there."""
ONLY_OF_THE_SUBTENDER = {
    "main-tender", "bibob", "products", "products.plus-needs-basis", "municipalities", "role", "personnel.per-product",
}  # fmt: skip
MUNICIPALITIES = {
    "Almelo", "Borne", "Dinkelland", "Enschede", "Haaksbergen", "Hellendoorn", "Hof van Twente", "Losser", "Oldenzaal",
    "Rijssen-Holten", "Tubbergen", "Twenterand", "Wierden",
}  # fmt: skip


def asked(set_id):
    return {r.id: (r.source, r.severity) for r in load_set(set_id).requirements}


def rule(subtender, id_):
    return next(r for r in subtender.requirements if r.id == id_)


def test_the_twente_set_asks_the_whole_catalogue():
    judged = asked("twente-t77948")
    not_yet = {r.id: (r.source, r.severity) for r in load_set("twente-t77948").not_checked}
    assert {id_: judged.get(id_) for id_ in JUDGED} == JUDGED
    assert {id_: judged.get(id_) or not_yet.get(id_) for id_ in LATER} == LATER
    assert not set(judged) & set(not_yet)
    assert set(judged) | set(not_yet) == set(JUDGED) | set(LATER)


def test_the_personnel_set_asks_the_shared_part_and_leaves_nothing_open():
    base = load_set("twente-personnel")
    assert asked("twente-personnel") == {i: a for i, a in JUDGED.items() if i not in ONLY_OF_THE_SUBTENDER}
    assert not base.not_checked


def test_the_values_that_the_tender_states():
    subtender = load_set("twente-t77948")
    assert set(rule(subtender, "municipalities").allowed) == MUNICIPALITIES
    assert {p: level.value for p, level in rule(subtender, "diploma.level").minimum.items()} == {
        "basis": "MBO-3",
        "plus": "MBO-4",
    }
    assert rule(subtender, "vog.max-age").years == 3 and rule(subtender, "vog.at-start").months == 3
    profile = rule(subtender, "vog.profile")
    assert set(profile.direct) == {"45"} and set(profile.indirect) == {"41", "43", "45", "84", "85", "86"}
    assert profile.only_together == {"86": "84"}
    sizes = [1, 10, 11, 20, 21, 50, 51, 100, 101, 300]
    assert [subtender.sample.size_for(n) for n in sizes] == [1, 10, 10, 10, 20, 20, 30, 30, 40, 40]
    registers = {
        lv.value: (r.since, r.private_since)
        for r in rule(subtender, "diploma.level").rules.registers
        for lv in r.levels
    }
    assert registers == dict.fromkeys(["WO", "HBO", "AD"], (1996, 2018)) | dict.fromkeys(
        ["MBO-1", "MBO-2", "MBO-3", "MBO-4"], (2007, 2012)
    )
    assert subtender.header.expiring_days == 90


@pytest.mark.parametrize("name", sorted(installed_sets()))
def test_every_shipped_set_loads_and_speaks_both_languages(name):
    subtender = load_set(name)
    assert subtender.id == name
    texts = [subtender.header.title, *(p.title for p in subtender.header.products.values())]
    for r in subtender.requirements:
        texts += [
            r.title,
            r.remedy,
            *r.remedies.values(),
            *r.messages.values(),
            *([r.interpretation] if r.interpretation else []),
        ]
    texts += [entry.title for entry in subtender.header.not_yet.values()]
    for text in texts:
        assert text.nl.strip() and text.en.strip() and (text.nl != text.en)


def test_where_the_text_is_ambiguous_the_set_says_how_it_is_read():
    subtender = load_set("twente-t77948")
    read = {r.id for r in subtender.requirements if r.interpretation}
    assert {"personnel.sample", "diploma.pre-register", "contract.dates", "vog.at-start", "vog.profile"} <= read


def test_one_value_is_overridden_and_the_rest_kept(tmp_path):
    base, changed = load_set("twente-personnel"), loaded(tmp_path, HEAD + "requirements:\n  vog.max-age: {years: 2}\n")
    assert rule(changed, "vog.max-age") == rule(base, "vog.max-age").model_copy(update={"years": 2})
    assert [r for r in changed.requirements if r.id != "vog.max-age"] == [
        r for r in base.requirements if r.id != "vog.max-age"
    ]
    assert changed.sha256 != base.sha256


@pytest.mark.parametrize("nothing", ["null", "~", "", "Null"])
def test_null_takes_a_requirement_out(tmp_path, nothing):
    changed = loaded(tmp_path, HEAD + f"requirements:\n  diploma.evc: {nothing}\n")
    ids = [r.id for r in load_set("twente-personnel").requirements]
    ids.remove("diploma.evc")
    assert [r.id for r in changed.requirements] == ids


def test_null_takes_a_product_a_column_and_an_interpretation_out(tmp_path):
    changed = loaded(
        tmp_path,
        HEAD
        + "products: {plus: null}\ndefaults: {minimum: {plus: null}}\ntable: {headers: {department: null}}\n"
        + "requirements:\n  vog.profile: {interpretation: null}\n",
    )
    assert changed.products == ("basis",)
    assert set(rule(changed, "diploma.level").minimum) == {"basis"}
    assert "department" not in changed.header.table.headers and "number" in changed.header.table.headers
    assert rule(changed, "vog.profile").interpretation is None


def test_defaults_reach_every_requirement_that_shares_them_and_an_own_value_wins(tmp_path):
    text = HEAD + "defaults:\n  minimum: {plus: HBO}\nrequirements:\n  diploma.name: {minimum: {basis: WO}}\n"
    changed = loaded(tmp_path, text)
    shared = {
        id_: {p: lv.value for p, lv in rule(changed, id_).minimum.items()}
        for id_ in JUDGED
        if id_.startswith("diploma.") and hasattr(rule(changed, id_), "minimum")
    }
    assert shared.pop("diploma.name") == {"basis": "WO"}
    assert len(shared) >= 4 and all(level == {"basis": "MBO-3", "plus": "HBO"} for level in shared.values())


def test_a_header_is_changed_and_the_others_stay(tmp_path):
    changed = loaded(tmp_path, HEAD + "table: {headers: {number: [Kenmerk]}}\n")
    base = load_set("twente-personnel").header.table
    assert changed.header.table.headers == base.headers | {"number": ("Kenmerk",)}


def test_a_set_of_one_s_own_needs_nothing_else(tmp_path):
    text = "id: own\nversion: '1'\ntitle: {nl: a, en: b}\ntable: {headers: {number: [Nr]}, required: [], employment: {}, contact: {}}\n"
    own = loaded(tmp_path, text + f"requirements:\n  role: {{check: role, {TEXTS}}}\n")
    assert [r.id for r in own.requirements] == ["role"] and own.sample is None


def test_extends_a_set_beside_it_and_one_that_is_installed(tmp_path):
    write(tmp_path, HEAD.replace("test-set", "middle") + "requirements:\n  vog.max-age: {years: 2}\n", "middle.yaml")
    top = HEAD.replace("twente-personnel", "middle") + "requirements:\n  vog.max-age: {months: 6}\n"
    changed = rule(loaded(tmp_path, top), "vog.max-age")
    assert (changed.years, changed.months) == (2, 6)


def test_a_set_beside_it_comes_before_an_installed_one_but_is_never_the_file_itself(tmp_path):
    own = HEAD.replace("id: test-set", "id: twente-personnel") + "requirements:\n  vog.max-age: {years: 1}\n"
    assert rule(loaded(tmp_path, own, "twente-personnel.yaml"), "vog.max-age").years == 1
    assert rule(loaded(tmp_path, HEAD), "vog.max-age").years == 1


@pytest.mark.parametrize("base", ["../other", "/etc/passwd", "test set", "nobody", "Twente-Personnel"])
def test_extends_names_a_set_and_no_path(tmp_path, base):
    found = mistakes(tmp_path, HEAD.replace("twente-personnel", base))
    assert len(found) == 1 and found[0].startswith("3:10: extends: no such set to extend")


def test_a_circle_is_named(tmp_path):
    write(tmp_path, HEAD.replace("twente-personnel", "test-set"), "other.yaml")
    subtender, found = read_set(write(tmp_path, HEAD.replace("twente-personnel", "other")))
    assert subtender is None
    assert [m.sentence("en") for m in found] == [
        "other.yaml:3:10: extends: sets extend each other in a circle (or too deep) (found: test-set)"
    ]


def test_a_chain_that_is_too_long_is_named(tmp_path):
    for n in range(12):
        write(tmp_path, HEAD.replace("twente-personnel", f"set{n + 1}"), f"set{n}.yaml")
    assert "too deep" in mistakes(tmp_path, HEAD.replace("twente-personnel", "set0"))[0]


@pytest.mark.parametrize(
    ("name", "hint"), [("twente-personel", "twente-personnel"), ("t77948", "twente-t77948"), ("x", "")]
)
def test_an_unknown_name_is_answered_with_those_there_are(name, hint):
    with pytest.raises(RequirementSetError) as caught:
        load_set(name)
    for sentence in (caught.value.nl, caught.value.en):
        assert "twente-personnel" in sentence and "twente-t77948" in sentence and hint in sentence


def test_sets_stand_in_the_checkout():
    assert schema_folder() == ROOT / "schemas"


@pytest.mark.parametrize(
    ("sample", "old", "new", "requirement", "reason"),
    [
        ("expiring-soon", "    years: 3\n", "    years: 2\n", "vog.max-age", "too_old"),
        ("clean", "    months: 3\n", "    months: 1\n", "vog.at-start", "too_old_at_start"),
        ("clean", '    direct: ["45"]\n', '    direct: ["84"]\n', "vog.profile", "wrong_profile"),
        ("clean", "  minimum: {basis: MBO-3, plus: MBO-4}\n", "  minimum: {basis: WO, plus: WO}\n", "diploma.level", "level_too_low"),
        ("clean", "organisation_ids: [NTRNL-50973029]", "organisation_ids: [NTRNL-27378529]", "diploma.duo-seal", "wrong_signer"),
        ("clean", "      loondienst: [arbeidsovereenkomst]\n", "      loondienst: [stage]\n", "contract.present", "wrong_kind"),
        ("clean", "    layouts: [xlsx, xlsm]\n", "    layouts: [ods]\n", "personnel.table", "wrong_kind"),
    ],
)  # fmt: skip
def test_a_limit_in_a_copy_of_the_shipped_file_changes_the_verdict(tmp_path, sample, old, new, requirement, reason):
    text = (schema_folder() / "twente-personnel.yaml").read_text("utf-8")
    assert text.count(old) == 1
    copy = write(tmp_path, text, "twente-personnel.yaml")
    before = check(SAMPLES / sample, "--requirements", copy, "--format", "json")
    assert (before.code, before.json["verdict"]) == (0, "complete")
    copy.write_text(text.replace(old, new), "utf-8")
    after = check(SAMPLES / sample, "--requirements", copy, "--format", "json")
    assert (after.code, after.json["verdict"]) == (1, "incomplete")
    failed = {(f["requirement"], f["reason"]) for f in after.json["findings"] if f["outcome"] == "not_met"}
    assert failed == {(requirement, reason)}
    assert before.json["requirements"]["sha256"] != after.json["requirements"]["sha256"]


def test_a_copy_of_the_sets_elsewhere_judges_the_same(tmp_path):
    for file in installed_sets().values():
        shutil.copy(file, tmp_path)
    own = check(SAMPLES / "clean-twente", "--requirements", tmp_path / "twente-t77948.yaml", "--format", "json")
    shipped = check(SAMPLES / "clean-twente", "--requirements", "twente-t77948", "--format", "json")
    assert own == shipped
