"""What is wrong in a set is named with file, line, key, what was found and what is allowed: all of it at once."""

import pytest

from dossiercheck.tender import read_set
from tests.tender.set_files import HEAD, TEXTS, loaded, mistakes, write

MANY = """\
id: Test_Set
version: "1"
extends: twente-personel
title: {nl: Proef}
expiring_days: soon
colour: blue
expiring_days: 30
requirements:
  vog.max-age:
    check: vog-max-age
    source: 3.2.4
    severity: fatal
    remedy: {nl: Doe, en: Do}
    yeers: 3
    years: -1
  vog.present:
    check: vog-presnt
  diploma.level:
    check: diploma-level
    minimum: {basis: MBO-9}
  personnel.sample:
    check: personnel-sample
    bands:
      - {up_to: 20, size: 10}
      - {up_to: 10}
      - {size: 40}
  Bad Id!:
    check: products
  vog.profile:
    check: vog-profile
    direct: 045
    contact: [direct, no]
  contract.present:
    check: contract-present
    kinds:
      loondiest: [stage]
"""
EXPECTED = [
    "1:5: id: only lower-case letters, digits, hyphens (and in a requirement dots) are allowed (found: Test_Set)",
    "3:10: extends: no such set to extend; one beside this file, or one of: h6-wmo, twente-personnel, twente-t77948 (found: twente-personel)",
    "5:16: expiring_days: a whole number belongs here (found: soon)",
    "6:1: colour: is not known; allowed: id, version, title, extends, valid_from, valid_until, expiring_days, people, products, table, document_kinds, actions, locations, not_yet, requirements, defaults (found: colour)",
    "7:1: expiring_days: stands there twice; keep one",
    "12:15: requirements.vog.max-age.severity: must not be this; allowed: knockout, required, advice (found: fatal)",
    "14:5: requirements.vog.max-age.yeers: is not known; did you mean 'years'? (found: yeers)",
    "15:12: requirements.vog.max-age.years: must be at least 0 (found: -1)",
    "17:12: requirements.vog.present.check: is not known; did you mean 'vog-present'? (found: vog-presnt)",
    "20:22: requirements.diploma.level.minimum.basis: must not be this; allowed: MBO-1, MBO-2, MBO-3, MBO-4, AD, HBO, WO, HAVO, VWO, VMBO (found: MBO-9)",
    "23:5: requirements.personnel.sample.bands: the bands must go up in `up_to`, and the last one has none",
    "27:3: requirements.Bad Id!.id: only lower-case letters, digits, hyphens (and in a requirement dots) are allowed (found: Bad Id!)",
    "31:13: requirements.vog.profile.direct: a list belongs here, such as [a, b] (found: 045)",
    "32:23: requirements.vog.profile.contact.1: must not be this; allowed: direct, indirect, geen (found: no)",
    "36:18: requirements.contract.present.kinds.loondiest: must not be this; allowed: loondienst, inhuur, zzp, stagiair, vrijwilliger, eigenaar (found: loondiest)",
]


AGAIN = """\
id: drechtstad-2026
version: 2026.1
extend: twente-personnel
title: {nl: Drechtstad 2026, en: Drechtstad 2026}
valid_from: 2026-31-01
products:
  begeleiding:
    title: Begeleiding
document_kinds:
  jaarrekening:
    title: {nl: Jaarrekening, en: Annual accounts}
    phrases: jaarrekening
    fields:
      jaar: {type: getal, labels: [Boekjaar]}
requirements:
  jaarrekening.aanwezig:
    check: document-presence
    source: "2.1"
    severity: knockout
    title: {nl: Jaarrekening, en: Annual accounts}
    remedy: {nl: Voeg toe., en: Add.}
    document: jaarrekening
  jaarrekening.recent:
    check: document-age
    source: "2.1"
    severity: verplicht
    title: {nl: Jaarrekening recent, en: Recent}
    remedy: {nl: Nieuwe., en: New.}
    document: jaarekening
    field: jaar
    years: twee
  jaarrekening.veld:
    check: document-field
    source: "2.1"
    severity: advice
    title: {nl: Winst, en: Profit}
    remedy: {nl: Winst maken., en: Make profit.}
    document: jaarrekening
    field: winst
    atleast: 0
    when: {produkt: [begeleiding]}
actions:
  maak:
    title: {nl: Maak, en: Make}
    lead: {months: 1}
    settles: [jaarrekening.weg]
"""
"""As an officer writes it in haste, in Dutch words; a key that is unknown is pointed at, not its value."""
EXPECTED_AGAIN = [
    "1:1: table: ontbreekt en moet er staan",
    "3:1: extend: is niet bekend; bedoelt u 'extends'? (gevonden: extend)",
    "5:13: valid_from: hier hoort een datum, zoals 2024-06-01 (gevonden: 2026-31-01)",
    "8:12: products.begeleiding.title: hier horen sleutels en waarden (gevonden: Begeleiding)",
    "12:14: document_kinds.jaarrekening.phrases: hier hoort een lijst, zoals [a, b] (gevonden: jaarrekening)",
    "14:20: document_kinds.jaarrekening.fields.jaar.type: mag dit niet zijn; toegestaan: text, name, date, birth_date, number, money, iban, choice (gevonden: getal)",
    "17:12: requirements.jaarrekening.aanwezig.check: is niet bekend; bedoelt u 'document-present'? (gevonden: document-presence)",
    "26:15: requirements.jaarrekening.recent.severity: mag dit niet zijn; toegestaan: knockout, required, advice (gevonden: verplicht)",
    "29:15: requirements.jaarrekening.recent.document: is niet bekend; bedoelt u 'jaarrekening'? (gevonden: jaarekening)",
    "31:12: requirements.jaarrekening.recent.years: hier hoort een geheel getal (gevonden: twee)",
    "39:12: requirements.jaarrekening.veld.field: is niet bekend; toegestaan: jaar (gevonden: winst)",
    "40:5: requirements.jaarrekening.veld.atleast: is niet bekend; bedoelt u 'at_least'? (gevonden: atleast)",
    "41:12: requirements.jaarrekening.veld.when.produkt: is niet bekend; bedoelt u 'product'? (gevonden: produkt)",
    "45:12: actions.maak.lead.months: is niet bekend; toegestaan: minutes, hours, days, weeks (gevonden: months)",
    "46:15: actions.maak.settles.0: is niet bekend; bedoelt u 'jaarrekening.aanwezig'? (gevonden: jaarrekening.weg)",
]


def test_an_officers_mistakes_all_at_once(tmp_path):
    assert sorted(mistakes(tmp_path, AGAIN, "nl"), key=line_of) == EXPECTED_AGAIN


def line_of(sentence):
    return int(sentence.split(":")[0])


def test_all_at_once_each_with_its_line(tmp_path):
    assert sorted(mistakes(tmp_path, MANY), key=line_of) == EXPECTED


def test_in_dutch_too(tmp_path):
    dutch = sorted(mistakes(tmp_path, MANY, "nl"), key=line_of)
    assert [line_of(sentence) for sentence in dutch] == [line_of(sentence) for sentence in EXPECTED]
    text = "\n".join(dutch)
    for english in ("found:", "allowed:", "must ", "belongs", "known", "should", "input", "twice"):
        assert english not in text
    assert "toegestaan: knockout, required, advice (gevonden: fatal)" in text


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("requirements:\n  new:\n    check: role\n    source: '1'\n    severity: required\n    title: {nl: a, en: b}",
         "6:3: requirements.new.remedy: is missing and must be there"),
        ("requirements:\n  new: {source: '1'}",
         "6:8: requirements.new.check: is missing and must be there; allowed: agreement-period, authority, "),
        ("requirements:\n  role:\n    check: [role]\n", "7:12: requirements.role.check: is not known; "),
        ("requirements:\n  diploma.level:\n    title: {nl: Alleen dit}", "7:12: requirements.diploma.level.title.en: is missing and must be there"),
        ("requirements:\n  diploma.level:\n    title: {nl: '', en: b}", "7:17: requirements.diploma.level.title.nl: must not be empty"),
        ("requirements:\n  vog.at-start: {months: 0}", "6:26: requirements.vog.at-start.months: must be greater than 0 (found: 0)"),
        ("requirements:\n  vog.at-start: {months: drie}", "6:26: requirements.vog.at-start.months: a whole number belongs here (found: drie)"),
        ("requirements:\n  vog.max-age: {years: true}", "6:24: requirements.vog.max-age.years: a whole number belongs here (found: true)"),
        ("requirements:\n  vog.at-start: {reading: both}", "6:27: requirements.vog.at-start.reading: is not known; allowed: first_and_latest, one_for_both, latest_only (found: both)"),
        ("requirements:\n  vog.at-start: {which_vog: both}", "6:29: requirements.vog.at-start.which_vog: must not be this; allowed: first_and_latest, one_for_both, latest_only (found: both)"),
        ("requirements:\n  vog.max-age:\n    readings:\n      strict: {title: {nl: a, en: b}, set: {years: twee}}", "8:52: requirements.vog.max-age.readings.strict.set.years: a whole number belongs here (found: twee)"),
        ("requirements:\n  vog.max-age:\n    readings:\n      strict: {title: {nl: a, en: b}, set: {yeers: 2}}", "8:45: requirements.vog.max-age.readings.strict.set.yeers: is not known; did you mean 'years'? (found: yeers)"),
        ("requirements:\n  vog.max-age:\n    readings:\n      strict: {title: {nl: a, en: b}, set: {id: vog}}", "8:44: requirements.vog.max-age.readings.strict.set: a reading cannot set `id`"),
        ("requirements:\n  vog.max-age:\n    readings:\n      strict: {title: {nl: a, en: b}}\n      loose: {title: {nl: a, en: b}, set: {months: x}}", "9:52: requirements.vog.max-age.readings.loose.set.months: a whole number belongs here (found: x)"),
        ("requirements:\n  vog.max-age: {id: vog}", "6:21: requirements.vog.max-age.id: the id is the key itself; take this out (found: vog)"),
        ("requirements:\n  vog.profile: {interpretation: {nl: a, en: b, de: c}}", "6:48: requirements.vog.profile.interpretation.de: is not known; allowed: nl, en (found: de)"),
        ("requirements:\n  vog.max-age: 3", "6:16: requirements.vog.max-age: a requirement (keys and values) belongs here (found: 3)"),
        ("requirements:\n  vog.maxage: null", "6:15: requirements.vog.maxage: a requirement (keys and values) belongs here"),
        ("requirements:\n  personnel.fields: {required: [functie]}", "6:33: requirements.personnel.fields.required.0: is not known; did you mean 'function'? (found: functie)"),
        ("requirements:\n  contract.salary: {never_failed: [bbl]}", "6:36: requirements.contract.salary.never_failed.0: must not be this; allowed: loondienst, "),
        ("requirements:\n  diploma.level:\n    minimum: {bassis: MBO-3}", "7:23: requirements.diploma.level.minimum.bassis: is not known; did you mean 'basis'? (found: bassis)"),
        ("requirements: []", "5:15: requirements: the requirements belong here, each with its id"),
        ("defaults:\n  minimum: {dagbesteding: MBO-3}", "6:27: defaults.minimum.dagbesteding: is not known; allowed: basis, plus (found: dagbesteding)"),
        ("defaults: {minimun: {basis: MBO-3}}", "5:12: defaults.minimun: is not known; did you mean 'minimum'? (found: minimun)"),
        ("defaults: [a]", "5:11: defaults: keys and values belong here"),
        ("defaults:\n  rules:\n    seal: {organisaties: [DUO]}", "7:12: defaults.rules.seal.organisaties: is not known; did you mean 'organisations'? (found: organisaties)"),
        ("defaults:\n  rules:\n    registers:\n      - {levels: [HBO], since: ooit, private_since: 2018}", "8:32: defaults.rules.registers.0.since: a whole number belongs here (found: ooit)"),
        ("table:\n  headers: {voornaam: [Voornaam]}", "6:23: table.headers.voornaam: is not known; allowed: number, surname, "),
        ("table:\n  required: [nummer]", "6:14: table.required.0: is not known; did you mean 'number'? (found: nummer)"),
        ("table:\n  number_column: 2", "6:18: table.number_column: the letter of a column belongs here, such as B (found: 2)"),
        ("table:\n  contact:\n    telefonisch: [bellen]", "7:18: table.contact.telefonisch: must not be this; allowed: direct, indirect, geen (found: telefonisch)"),
        ("products:\n  basis: {titel: Basis}", "6:11: products.basis.titel: is not known; did you mean 'title'? (found: titel)"),
        ("not_yet:\n  later:\n    source: '1'\n    title: {nl: a, en: b}", "6:3: not_yet.later.severity: is missing and must be there"),
    ],
)  # fmt: skip
def test_each_mistake(tmp_path, body, sentence):
    found = mistakes(tmp_path, HEAD + body + "\n")
    assert any(f.startswith(sentence) for f in found), found
    assert len(found) == 1, found


def test_each_mistake_of_the_default_once(tmp_path):
    """Five requirements share the seal: one mistake in it is one mistake."""
    found = mistakes(tmp_path, HEAD + "defaults:\n  rules:\n    registers: nee\n")
    assert found == ["7:16: defaults.rules.registers: a list belongs here, such as [a, b] (found: nee)"]


def test_a_mistake_in_the_set_that_is_extended_names_that_file(tmp_path):
    write(tmp_path, HEAD + "requirements:\n  vog.max-age:\n    years: veel\n", "base.yaml")
    subtender, found = read_set(write(tmp_path, HEAD.replace("twente-personnel", "base")))
    assert subtender is None
    assert [m.sentence("en") for m in found] == [
        "base.yaml:7:12: requirements.vog.max-age.years: a whole number belongs here (found: veel)"
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"", "1:1: -: a requirement set (keys and values) belongs here"),
        (b"- a\n", "1:1: -: a requirement set (keys and values) belongs here"),
        (b"id: a\nrequirements:\n\tvog: 1\n", "3:1: -: this is no valid YAML (found: found character that cannot start any token)"),
        (b"id: a\ntitle: caf\xe9\n", "2:1: -: is no UTF-8 text"),
        ("id: a\n".encode("utf-16"), "1:1: -: is no UTF-8 text"),
        (b"id: a\nversion: \x00\n", "2:1: -: this character cannot be in YAML"),
        (b"id: a\nversion: '1\n", "3:1: -: this is no valid YAML"),
        (b"id: a\n---\nid: b\n", "2:1: -: this is no valid YAML"),
        (b"id: *nobody\n", "1:5: -: this is no valid YAML"),
        (b"# " + b"x" * 1_000_000, "1:1: -: is larger than 1 MB"),
        (b"id: " + b"[" * 100_000, "1:34: -: is nested too deep"),
        (b"id: " + b"{a: " * 100_000, "1:121: -: is nested too deep"),
        (b"".join(b" " * n + b"a:\n" for n in range(500)), "31:31: -: is nested too deep"),
        (b"? [a, b]\n: 1\n", "1:3: ?: must be plain text"),
    ],
)  # fmt: skip
def test_what_is_no_set_at_all(tmp_path, text, sentence):
    found = mistakes(tmp_path, text)
    assert found[0].startswith(sentence)
    assert len(found) == 1 or text.startswith(b"?")


def test_an_alias_bomb_is_cut_off(tmp_path):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert any("too large or nested too deep" in sentence for sentence in mistakes(tmp_path, "\n".join(lines)))


def test_an_alias_of_itself_is_cut_off(tmp_path):
    assert any("too large or nested too deep" in sentence for sentence in mistakes(tmp_path, "id: &a [*a]\n"))


def test_words_stay_what_they_look_like(tmp_path):
    text = HEAD.replace('"1"', "1.10") + (
        "requirements:\n  vog.profile: {direct: [045, 45, no, 1e3], indirect: [on]}\n"
        f"  role: {{check: role, {TEXTS}, allowed: [yes, No, true, 2024-06-01]}}\n"
    )
    subtender = loaded(tmp_path, text)
    rules = {requirement.id: requirement for requirement in subtender.requirements}
    assert subtender.header.version == "1.10"
    assert rules["vog.profile"].direct == ("045", "45", "no", "1e3")
    assert rules["vog.profile"].indirect == ("on",)
    assert rules["role"].allowed == ("yes", "No", "true", "2024-06-01")


def test_a_file_that_cannot_be_opened(tmp_path):
    subtender, (mistake,) = read_set(tmp_path)
    assert subtender is None
    assert "cannot be opened" in mistake.sentence("en")
