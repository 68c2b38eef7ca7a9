"""Letters: what is asked, in which order, until when, in both languages, by the program's template and by one's own."""

import io
import re
from dataclasses import replace
from datetime import date

import docx
import pytest

from dossiercheck.desk import EmployeeNote, Term, employee_notes, left_to_decide, parse_report, provider_letter
from dossiercheck.desk.letter import _in_order
from dossiercheck.findings import Outcome, Ruling
from dossiercheck.reports import fill_for_employee, fill_for_provider, letters_docx, letters_markdown, render
from tests.desk.test_deciding import run
from tests.reports import invented
from tests.whole import SAMPLES

TERM = Term(until=date(2025, 1, 8), working_days=10, holidays=(date(2024, 12, 25),))
EVIL = "**x** [a](http://x) {{sender}} <b> \x1b[31m =1+1 | # kop"


NOTES = tuple(
    EmployeeNote(number=n, name="", tender="T", things=("Wil je iets sturen?",), messages=("Het ontbreekt.",))
    for n in "12"
)


def saved(lang="nl", **changes):
    return parse_report(render(replace(invented.incomplete(), **changes), "json", lang=lang))


def filled(lang="nl", **changes):
    return fill_for_provider(provider_letter(saved(lang, **changes)), TERM, date(2024, 12, 20), "Gemeente Almelo", lang)


def test_only_what_must_be_asked_is_asked():
    asked = provider_letter(saved())
    open_ = [f for f in saved().findings if f.is_open]
    assert 0 < asked.asked <= len(open_)
    assert asked.asked == sum(
        f.outcome == "not_met" or f.reason in ("missing", "unreadable", "unsafe_file") for f in open_
    )


def test_paragraphs_stand_in_their_order():
    assert sorted(["3.2.10", "Intro", "3.2.9", "3.2.9, 5.3", "10.1"], key=_in_order) == [
        "3.2.9",
        "3.2.9, 5.3",
        "3.2.10",
        "10.1",
        "Intro",
    ]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_letter_says_what_until_when_and_leaves_no_name_open(lang):
    text = letters_markdown([filled(lang)], "provider", lang, None)
    assert {"nl": "8 januari 2025", "en": "8 January 2025"}[lang] in text
    assert "§ 3.2" in text and "Gemeente Almelo" in text and "{{" not in text and "letter-" not in text


def test_nothing_of_a_dossier_becomes_markup_or_is_filled_in():
    text = letters_markdown([filled(provider=EVIL)], "provider", "nl", None)
    line = next(line for line in text.splitlines() if "kop" in line)
    assert "\x1b" not in text and "\\*\\*x\\*\\*" in line and "Gemeente" not in line
    assert re.search(r"(?<!\\)\]\(", line) is None


def test_a_word_document_holds_the_same_words_and_the_same_bytes():
    first, again = (letters_docx([filled(provider=EVIL)], "provider", "nl", None) for _ in range(2))
    assert first == again
    paragraphs = docx.Document(io.BytesIO(first)).paragraphs
    assert any(p.style.name == "Heading 2" and p.text.startswith("§ 3.2") for p in paragraphs)
    assert any("[a](http://x)" in p.text for p in paragraphs) and not any("\\*" in p.text for p in paragraphs)


def test_one_s_own_templates(tmp_path):
    own = tmp_path / "eigen.md"
    own.write_text("Aan {{provider}} voor {{ deadline }}; {{onbekend}}\n{{points}}", encoding="utf-8")
    text = letters_markdown([filled()], "provider", "nl", own)
    assert text.startswith("Aan Zorg") and "8 januari 2025" in text and "{{onbekend}}" in text
    word = docx.Document()
    word.add_paragraph("Geachte {{provider}}, voor {{deadline}}")
    word.add_paragraph("{{points}}")
    torn = word.add_paragraph()
    for piece in ("Groet {{sen", "der}}"):
        torn.add_run(piece)
    word.save(tmp_path / "eigen.docx")
    made = docx.Document(io.BytesIO(letters_docx([filled()], "provider", "nl", tmp_path / "eigen.docx")))
    texts = [p.text for p in made.paragraphs]
    assert texts[0].startswith("Geachte Zorg") and texts[-1] == "Groet Gemeente Almelo" and len(texts) > 5


def test_one_s_own_template_in_word_for_several_letters(tmp_path):
    word = docx.Document()
    word.add_table(rows=1, cols=1).cell(0, 0).text = "Beste {{name}},"
    word.add_paragraph("{{points}}")
    word.sections[0].header.paragraphs[0].text = "{{sender}}: {{name}}"
    word.save(tmp_path / "eigen.docx")
    notes = [
        fill_for_employee(replace(note, name=f"{{{{sender}}}} {number}"), TERM, date(2024, 12, 20), "HR", "nl")
        for number, note in enumerate(NOTES)
    ]
    made = docx.Document(io.BytesIO(letters_docx(notes, "employee", "nl", tmp_path / "eigen.docx")))
    assert [table.cell(0, 0).text for table in made.tables] == ["Beste {{sender}} 0,", "Beste {{sender}} 1,"]
    assert sum("Waarom" in p.text for p in made.paragraphs) == 2
    assert made.sections[0].header.paragraphs[0].text == "HR: {{name}}"


def test_what_a_reviewer_decided_is_told_in_the_reviewer_s_words():
    report = invented.incomplete()
    ruling = Ruling(by="J. de Boer", why="er staat alleen een stempel", on=date(2024, 12, 1))
    findings = [
        replace(f, outcome=Outcome.NOT_MET, decision="J. de Boer", ruling=ruling)
        if f.outcome is Outcome.UNDECIDED
        else f
        for f in report.findings
    ]
    told = letters_markdown([filled(findings=tuple(findings))], "provider", "nl", None)
    assert "het is niet in orde: er staat alleen een stempel." in told and "J. de Boer" not in told
    assert left_to_decide(saved()) > left_to_decide(saved(findings=tuple(findings))) == 0


def test_employees_are_asked_in_their_own_words():
    result = run(
        "letter", SAMPLES / "seal-gone-saved-again", "--to", "employees", "--from", "HR", "--until", "2024-06-14"
    )
    assert result.exit_code == 0 and "14 juni 2024" in result.output and "Wil je op Mijn DUO" in result.output
    assert "Laat de medewerker" not in result.output
    assert employee_notes(saved()) == () or all(note.things for note in employee_notes(saved()))


@pytest.mark.parametrize(
    ("dated", "last_day"),
    [("2024-12-20", "8 januari 2025"), ("2024-05-03", "21 mei 2024"), ("2024-06-03", "17 juni 2024")],
)
def test_ten_working_days_by_default(dated, last_day):
    output = run("letter", SAMPLES / "vog-too-old", "--dated", dated).output
    assert re.search(rf"uiterlijk op \*\*{last_day}\*\*", output)


def test_where_nothing_is_missing_there_is_no_letter():
    assert run("letter", SAMPLES / "clean").exit_code == 2
