"""`schema` and `explain`: sets listed, read, checked, begun, compared, and described to editors."""

import json
from functools import cache

import pytest
import yaml

from dossiercheck.checks import CHECK_KINDS, Requirement
from dossiercheck.reports.wording import words
from dossiercheck.tender import installed_sets, json_schema, load_set, read_set, schema_folder
from tests.tender.json_schema_check import misfits
from tests.tender.noordkust import SET
from tests.tender.set_files import HEAD, write
from tests.whole import dossiercheck

made = cache(json_schema)
SHIPPED = [*installed_sets().values(), SET]

TEN = """\
id: ten-mistakes
version: "1"
extends: twente-personnel
title: {nl: Tien, en: Ten}
expiring_days: veel
document_kinds:
  vog: {title: {nl: a, en: b}, phrases: [verklaring]}
  regeling: {title: {nl: a, en: b}, phrases: [regeling], fields: {op: {type: datum, labels: [Op]}}}
requirements:
  vog.max-age: {yeers: 2}
  vog.at-start: {reading: onbekend}
  vog.profile: {when: {rol: sub}}
  scheme:
    check: document-age
    source: "1"
    severity: fataal
    title: {nl: a, en: b}
    remedy: {nl: a, en: b}
    document: regeling
    field: op
  other: {check: vog-presnt}
actions:
  do: {title: {nl: a, en: b}, lead: {weeks: 1}, settles: [vog.presnt]}
kleur: blauw
"""


def test_ten_mistakes_are_ten_messages_with_their_lines(tmp_path):
    ran = dossiercheck("schema", "check", write(tmp_path, TEN, "ten.yaml"), "--lang", "en")
    lines = ran.out.splitlines()
    assert ran.code == 2 and len(lines) == 10, ran.out
    assert [int(line.split(":")[1]) for line in lines] == [5, 7, 8, 10, 11, 12, 16, 21, 23, 24]
    hints = [line for line in lines if "did you mean" in line]
    assert len(hints) >= 4 and "10 mistake(s)" in ran.err
    assert any("'years'" in h for h in hints) and any("'vog.present'" in h for h in hints)


def test_a_right_set_is_said_to_be_right():
    ran = dossiercheck("schema", "check", SET, "--lang", "nl")
    assert (ran.code, ran.out) == (0, "") and "klopt" in ran.err


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_new_set_is_right_as_it_is_and_never_written_over(tmp_path, lang):
    file = tmp_path / "own.yaml"
    assert dossiercheck("schema", "new", "zuidrand-wmo", "--output", file, "--lang", lang).code == 0
    subtender, found = read_set(file)
    assert subtender is not None and subtender.id == "zuidrand-wmo", [m.sentence("en") for m in found]
    before = file.read_bytes()
    assert dossiercheck("schema", "new", "--output", file).code == 2 and file.read_bytes() == before
    assert len([line for line in file.read_text("utf-8").splitlines() if "#" in line]) > 15


def test_both_starts_say_the_same():
    starts = [yaml.safe_load(dossiercheck("schema", "new", "x", "--lang", lang).out) for lang in ("nl", "en")]
    readings = [start["requirements"]["complaints.age"].pop("readings") for start in starts]
    assert [len(r) for r in readings] == [2, 2]
    for start in starts:
        start["requirements"]["complaints.age"].pop("reading")
    assert starts[0] == starts[1]


def test_the_list_names_every_installed_set():
    out = dossiercheck("schema", "list").out
    assert [line.split()[0] for line in out.splitlines()] == list(installed_sets())


def test_the_shipped_json_schema_is_the_one_of_this_code(request):
    file = schema_folder() / "requirement-set.schema.json"
    made = dossiercheck("schema", "json-schema").out
    if request.config.getoption("--update-golden"):
        file.write_text(made, "utf-8")
    assert file.read_text("utf-8") == made, "out of date: pytest --update-golden"


@pytest.mark.parametrize("file", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_set_fits_the_json_schema(file):
    schema = made()
    written = json.loads(json.dumps(yaml.safe_load(file.read_text("utf-8")), default=str))
    assert misfits(written, schema, schema) == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("kleur: blauw", "$.kleur"),
        ("requirements: {vog.max-age: {check: vog-max-age, yeers: 3}}", "$.requirements.vog.max-age.yeers (name)"),
        ("requirements: {vog.max-age: {severity: fataal}}", "$.requirements.vog.max-age.severity"),
        ("requirements: {vog.max-age: {check: vog-max-age, years: drie}}", "$.requirements.vog.max-age.years"),
        ("requirements: {a: {check: onbekend}}", "$.requirements.a.check"),
        ("requirements: {a: {when: {rol: sub}}}", "$.requirements.a.when.rol"),
        ("document_kinds: {a: {fields: {b: {type: datum}}}}", "$.document_kinds.a.fields.b.type"),
    ],
)  # fmt: skip
def test_the_json_schema_sees_mistakes(text, where):
    schema = made()
    assert any(misfit.startswith(where) for misfit in misfits(yaml.safe_load(text), schema, schema))


def test_diff_tells_what_a_newer_set_asks(tmp_path):
    text = HEAD.replace('"1"', '"2025"') + (
        "expiring_days: 30\nrequirements:\n  vog.max-age: {years: 2, severity: required}\n  diploma.evc: null\n"
        "  role: {check: role, source: '1', severity: required, title: {nl: Rol, en: Role}, remedy: {nl: a, en: b}}\n"
    )
    ran = dossiercheck("schema", "diff", "twente-personnel", write(tmp_path, text), "--lang", "en")
    assert ran.code == 1
    for said in (
        "~ requirements.vog.max-age.years: 3 → 2",
        "~ requirements.vog.max-age.severity: knockout → required",
        "− requirements.diploma.evc  EVC proof in place of a diploma",
        "+ requirements.role  Role",
        "~ expiring_days: 90 → 30",
    ):
        assert said in ran.out
    assert "requirements.role.severity" not in ran.out and "vog.present" not in ran.out
    same = dossiercheck("schema", "diff", "twente-personnel", "twente-personnel", "--lang", "nl")
    assert same.code == 0 and "geen verschil" in same.out


def test_show_is_a_page_with_every_requirement():
    out = dossiercheck("schema", "show", SET, "--lang", "nl").out
    subtender = load_set(str(SET))
    assert all(f"  {r.id} · § " in out for r in subtender.requirements)
    assert "alleen als er een aanmelding is voor vervoer" in " ".join(out.split())
    assert "Meldcode huiselijk geweld en kindermishandeling (meldcode)" in " ".join(out.split())


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("file", SHIPPED, ids=lambda path: path.stem)
def test_explain_says_everything_about_each_requirement(lang, file):
    for requirement in load_set(str(file)).requirements[:: 7 if lang == "en" else 5]:
        ran = dossiercheck("explain", requirement.id, "--requirements", file, "--lang", lang)
        out = " ".join(ran.out.split())
        assert ran.code == 0
        assert requirement.title.wording.in_language(lang) in out and requirement.source in out
        assert requirement.remedy.wording.in_language(lang) in out and requirement.check in out + requirement.check
        assert all(r.title.wording.in_language(lang) in out for r in requirement.readings.values())


def test_explain_names_parameters_readings_and_the_first_step():
    out = " ".join(dossiercheck("explain", "vog.at-start", "--lang", "en").out.split())
    for said in (
        "§ 3.2.4 · knock-out",
        "months: 3",
        "Read like this: the oldest VOG",
        "Could be read as: one and the same",
        "(3 days)",
    ):
        assert said in out


@pytest.mark.parametrize(
    ("asked", "meant"), [("vog.maxage", "vog.max-age"), ("max-age", "vog.max-age"), ("rie", "rie.")]
)
def test_explain_of_something_unknown_says_what_was_meant(asked, meant):
    ran = dossiercheck("explain", asked, "--lang", "nl")
    assert ran.code == 2 and "Er is geen eis" in ran.err and ("Bedoelt u" in ran.err or "noemt ze alle" in ran.err)
    if meant == "vog.max-age":
        assert meant in ran.err


def test_explain_without_an_id_lists_them():
    out = dossiercheck("explain", "--requirements", SET, "--lang", "en").out
    assert all(r.id in out for r in load_set(str(SET)).requirements)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_check_kind_is_explained_in_both_languages(lang):
    known = words(lang).sections["check_kinds"]
    assert set(CHECK_KINDS) <= set(known), sorted(set(CHECK_KINDS) - set(known))


def test_every_parameter_has_a_meaning_in_dutch():
    """In English the code's own description does; Dutch comes from the wording alone."""
    parameters = {name for check in CHECK_KINDS.values() for name in check.model_fields} - set(Requirement.model_fields)
    missing = parameters - set(words("nl").sections["parameters"])
    assert not missing, sorted(missing)


def test_the_schema_is_json():
    assert json.loads(dossiercheck("schema", "json-schema").out) == json_schema()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_kinds_of_check_are_explained_to_whoever_writes_a_set(lang):
    named = dossiercheck("explain", "checks", "--lang", lang).out
    assert all(kind in named for kind in CHECK_KINDS)
    shown = dossiercheck("explain", "document-age", "--lang", lang).out
    needed, silent = ("verplicht", "weggelaten is het on") if lang == "nl" else ("needed", "left out it is on")
    assert "check: document-age" in shown and f"field: {needed}" in shown and silent in shown


def test_a_requirement_comes_before_a_kind_of_check_of_its_name():
    assert "role · §" in dossiercheck("explain", "role", "--lang", "en").out
