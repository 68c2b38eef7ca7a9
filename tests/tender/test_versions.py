"""A set's effective dates: the version in force on the day judged by, and a remark where none is."""

from datetime import date

import pytest

from dossiercheck.tender import find_set, installed, load_set
from tests.tender.set_files import HEAD, mistakes, write
from tests.whole import SAMPLES, check

OLD, NEW = date(2024, 6, 1), date(2025, 6, 1)


@pytest.fixture
def sets(tmp_path, monkeypatch):
    head = HEAD.replace("extends: twente-personnel\n", "")
    table = "table: {headers: {number: [Nr]}, required: [], employment: {}, contact: {}}\n"
    rule = "requirements:\n  role: {check: role, source: '1', severity: required, title: {nl: a, en: b}, remedy: {nl: a, en: b}}\n"
    write(tmp_path, head + table + rule)
    newer = (
        head.replace('"1"', '"2"')
        + "extends: test-set\nvalid_from: 2025-01-01\nrequirements: {role: {severity: knockout}}\n"
    )
    write(tmp_path, newer, "test-set@2.yaml")
    monkeypatch.setattr(installed, "schema_folder", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize(("on", "version"), [(OLD, "1"), (date(2024, 12, 31), "1"), (date(2025, 1, 1), "2"), (NEW, "2"), (None, "2")])  # fmt: skip
def test_the_version_in_force_on_the_day(sets, on, version):
    found = load_set("test-set", on)
    assert (found.id, found.header.version) == ("test-set", version)
    assert found.requirements[0].severity.value == ("required" if version == "1" else "knockout")


def test_a_version_is_no_set_of_its_own(sets):
    assert list(installed.installed_sets()) == ["test-set"]
    assert find_set("test-set").name == "test-set@2.yaml"


def test_outside_its_dates_a_set_judges_and_the_report_says_so(tmp_path):
    late = write(tmp_path, HEAD + "valid_from: 2025-01-01\n")
    early = write(tmp_path, HEAD + "valid_until: 2024-05-31\n", "early.yaml")
    codes = [
        [r["code"] for r in check(SAMPLES / "clean", "--requirements", file, "--format", "json").json["remarks"]]
        for file in (late, early)
    ]
    assert "set-not-yet-in-force" in codes[0] and "set-no-longer-in-force" in codes[1]


def test_a_date_that_is_none_is_a_mistake_with_its_line(tmp_path):
    (found,) = mistakes(tmp_path, HEAD + "valid_from: 01-01-2025\n")
    assert found.startswith("5:13: valid_from: a date belongs here, such as 2024-06-01")


def test_products_in_a_condition_are_those_of_the_set(tmp_path):
    (found,) = mistakes(tmp_path, HEAD + "requirements:\n  vog.present:\n    when: {any: [{product: [pluss]}]}\n")
    assert found == "7:11: requirements.vog.present.when.pluss: is not known; did you mean 'plus'? (found: pluss)"


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("{rol: sub}", "7:12: requirements.vog.present.when.rol: is not known; did you mean 'role'? (found: rol)"),
        ("{role: onder}", "7:18: requirements.vog.present.when.role: must not be this; allowed: main, sub (found: onder)"),
        ("{has_locations: misschien}", "7:27: requirements.vog.present.when.has_locations: true or false belongs here (found: misschien)"),
        ("{headcount: {above: veel}}", "7:31: requirements.vog.present.when.headcount.above: a whole number belongs here (found: veel)"),
        ("{headcount: 25}", "7:23: requirements.vog.present.when.headcount: keys and values belong here (found: 25)"),
        ("{any: [{role: onder}]}", "7:25: requirements.vog.present.when.any.0.role: must not be this; allowed: main, sub (found: onder)"),
    ],
)  # fmt: skip
def test_mistakes_in_a_condition(tmp_path, when, sentence):
    assert mistakes(tmp_path, HEAD + f"requirements:\n  vog.present:\n    when: {when}\n") == [sentence]
