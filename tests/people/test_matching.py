"""Documents to persons: content first, then folder and file name; ties and contradictions are said."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiercheck.documents.model import Kind, SampleList, Unrecognised
from dossiercheck.facts import How
from dossiercheck.intake.statement import Statement
from dossiercheck.people import Grade, has_unsure_name, match_people
from tests.people.people_samples import BORN, broken, contract, diploma, document, row, scan, table, vog

ANNA = row("7", "Anna", "Wit", "de", born_on=BORN)
PIET = row("12", "Piet", "Bakker", born_on=date(1975, 6, 9))
JAN = row("3", "Jan", "Vries", "de")
JET = row("4", "Jet", "Vries", "de")


def whose(dossier):
    return {
        a.document.file: (person.number, a.matched_by, a.match.grade if a.match else None)
        for person in dossier.people
        for a in person.papers
    }


def test_content_decides():
    dossier = match_people([
        table(ANNA, PIET), diploma("a.pdf", "Anna Maria de Wit", BORN), vog("b.pdf", "Piet Bakker", date(1975, 6, 9)),
        contract("c.pdf", "P. Bakker"),
    ])  # fmt: skip
    assert whose(dossier) == {
        "a.pdf": ("7", "name+birth_date", Grade.BY_RULE),
        "b.pdf": ("12", "name+birth_date", Grade.EXACT),
        "c.pdf": ("12", "name", Grade.BY_RULE),
    }
    assert dossier.unassigned == dossier.ambiguous == dossier.name_conflicts == ()


def test_no_table_no_people():
    dossier = match_people([diploma("a.pdf", "Anna de Wit")])
    assert (dossier.people, dossier.unassigned, dossier.table) == ((), (), None)


def test_nobody_in_the_table():
    dossier = match_people([table(ANNA, PIET), diploma("x.pdf", "Karel Groot", date(1990, 1, 1))])
    assert [d.file for d in dossier.unassigned] == ["x.pdf"]


def test_two_rows_fit_alike():
    dossier = match_people([table(JAN, JET), contract("x.pdf", "J. de Vries")])
    (ambiguity,) = dossier.ambiguous
    assert ambiguity.candidates == ("3", "4")
    assert dossier.unassigned == ()


def test_a_shared_date_breaks_the_tie_before_the_folder_does():
    jan = row("3", "Jan", "Vries", "de", starts_on=date(2024, 1, 1))
    jet = row("4", "Jet", "Vries", "de", starts_on=date(2024, 3, 1))
    dossier = match_people([table(jan, jet), contract("03/x.pdf", "J. de Vries", starts_on=date(2024, 3, 1))])
    assert whose(dossier)["03/x.pdf"][:2] == ("4", "name+dates")


@pytest.mark.parametrize(
    ("file", "by"),
    [
        ("personeel/04-de-vries/x.pdf", "name+folder+number"),
        ("jet de vries/x.pdf", "name+folder"),
        ("Contract Jet de Vries.pdf", "name+file_name"),
        ("4_contract.pdf", "name+file_name+number"),
    ],
)
def test_folder_and_file_name_break_ties(file, by):
    dossier = match_people([table(JAN, JET), contract(file, "J. de Vries")])
    assert whose(dossier)[file][:2] == ("4", by)


def test_name_in_the_file_against_name_in_the_content():
    dossier = match_people([table(ANNA, PIET), vog("VOG Bakker.pdf", "Anna de Wit", BORN)])
    assert whose(dossier)["VOG Bakker.pdf"][0] == "7"
    (conflict,) = dossier.name_conflicts
    assert (conflict.by_content, conflict.by_name) == ("7", "12")


def test_a_file_named_after_a_colleague_in_the_right_folder():
    dossier = match_people([table(ANNA, PIET), vog("07-de-wit/VOG P. Bakker.pdf", "Anna de Wit", BORN)])
    assert [(c.by_content, c.by_name) for c in dossier.name_conflicts] == [("7", "12")]
    dossier = match_people([table(ANNA, PIET), vog("12-bakker/VOG A. de Wit.pdf", "Anna de Wit", BORN)])
    assert dossier.name_conflicts == ()


@pytest.mark.parametrize("file", ["12.pdf", "12/vog.pdf", "03-02-1980 wit.pdf", "wit bakker/x.pdf"])
def test_a_number_is_no_contradiction(file):
    assert match_people([table(ANNA, PIET), vog(file, "Anna de Wit", BORN)]).name_conflicts == ()


def test_another_name_in_a_persons_folder_is_that_persons_mismatch():
    dossier = match_people([table(ANNA, PIET), diploma("07-de-wit/diploma.pdf", "Karel Groot", date(1990, 1, 1))])
    assert whose(dossier) == {"07-de-wit/diploma.pdf": ("7", "folder+number", Grade.DIFFERENT)}
    assert dossier.name_conflicts == ()


def test_but_not_where_that_person_has_a_paper_of_the_kind():
    dossier = match_people([
        table(ANNA, PIET), diploma("07-de-wit/a.pdf", "Anna de Wit", BORN), diploma("07-de-wit/b.pdf", "Karel Groot"),
    ])  # fmt: skip
    assert set(whose(dossier)) == {"07-de-wit/a.pdf"}
    assert [d.file for d in dossier.unassigned] == ["07-de-wit/b.pdf"]


def test_a_namesakes_paper_is_assigned_and_said_to_differ():
    for file in ("x.pdf", "12-bakker/x.pdf"):
        dossier = match_people([table(ANNA, PIET), vog(file, "Anna de Wit", date(1955, 11, 30))])
        number, by, grade = whose(dossier)[file]
        assert (number, by, grade) == ("7", "name", Grade.DIFFERENT)


def test_only_person():
    dossier = match_people([table(ANNA), diploma("x.pdf", "Karel Groot"), vog("y.pdf", None)])
    assert whose(dossier) == {
        "x.pdf": ("7", "only_person", Grade.DIFFERENT),
        "y.pdf": ("7", "only_person", None),
    }


def test_a_doubtful_name_is_assigned_as_doubtful():
    dossier = match_people([table(ANNA, PIET), vog("x.pdf", "Anneke de Wit")])
    assert whose(dossier)["x.pdf"] == ("7", "name", Grade.DOUBTFUL)


@pytest.mark.parametrize(
    ("file", "number"),
    [
        ("personeel/07-de-wit/scan001.pdf", "7"),
        ("personeel/Wit, Anna de/scan.pdf", "7"),
        ("personeel/7/vog.pdf", "7"),
        ("VOG_A_de_Wit.pdf", "7"),
        ("vog dewit.pdf", "7"),
        ("bakker_p_vog.pdf", "12"),
        ("012 vog.pdf", "12"),
        ("vog/scan.pdf", None),
        ("2012 vog.pdf", None),
        ("witte lijst.pdf", None),
    ],
)
def test_scans_go_where_their_path_says(file, number):
    for unread in (scan(file, Kind.VOG), broken(file)):
        assert whose(match_people([table(ANNA, PIET), unread])) == ({file: (number, *whose_by(file))} if number else {})


def whose_by(file):
    by = {"personeel/7/vog.pdf": "folder+number", "personeel/07-de-wit/scan001.pdf": "folder+number"}
    by |= {"012 vog.pdf": "file_name+number", "personeel/Wit, Anna de/scan.pdf": "folder"}
    return by.get(file, "file_name"), None


def test_glued_names_in_file_names():
    berg = row("1", "Jan", "Berg", "van den")
    assert whose(match_people([table(berg, ANNA), scan("VandenBerg-Jan-VOG.pdf")])).keys() == {"VandenBerg-Jan-VOG.pdf"}


def test_folder_mates():
    papers = [diploma("map a/1.pdf", "Anna de Wit", BORN), contract("map a/2.pdf", "Anna de Wit", BORN)]
    dossier = match_people([table(ANNA, PIET), *papers, scan("map a/3.pdf"), vog("map a/4.pdf", None)])
    assert whose(dossier)["map a/3.pdf"] == ("7", "folder_mates", None)
    assert whose(dossier)["map a/4.pdf"] == ("7", "folder_mates", None)


def test_a_birth_date_says_more_than_the_papers_beside_it():
    papers = [diploma("map a/1.pdf", "Anna de Wit", BORN), contract("map a/2.pdf", "Anna de Wit", BORN)]
    theirs = vog("map a/3.pdf", None, date(1975, 6, 9))
    unknown = vog("map a/4.pdf", None, date(1999, 1, 1))
    found = whose(match_people([table(ANNA, PIET), *papers, theirs, unknown]))
    assert found["map a/3.pdf"][:2] == ("12", "birth_date")
    assert found["map a/4.pdf"][:2] == ("7", "folder_mates")


def test_a_folder_by_kind_is_nobodys():
    papers = [diploma("diplomas/1.pdf", "Anna de Wit", BORN), scan("diplomas/2.pdf", Kind.DIPLOMA)]
    assert set(whose(match_people([table(ANNA, PIET), *papers]))) == {"diplomas/1.pdf"}


def test_readable_letters_are_nobodys_scan():
    letter = document("07-de-wit/cv.pdf", Unrecognised(say="unknown-paper"), Kind.OTHER)
    assert whose(match_people([table(ANNA), letter])) == {}


def test_a_person_on_two_rows_has_the_papers_on_both():
    again = row("9", "", "Wit", "de", initials="A.", born_on=BORN)
    dossier = match_people([table(ANNA, PIET, again), vog("x.pdf", "Anna de Wit", BORN)])
    assert dossier.twice_in_table == (("7", "9"),)
    assert [len(p.papers) for p in dossier.people] == [1, 0, 1]
    assert dossier.people[2].papers[0].match.grade is Grade.BY_RULE
    assert dossier.ambiguous == ()


def test_twins_are_two_persons():
    twins = (row("1", "Jan", "Vries", "de", born_on=BORN), row("2", "Jaap", "Vries", "de", born_on=BORN))
    dossier = match_people([table(*twins), vog("x.pdf", "Jaap de Vries", BORN), contract("y.pdf", "J. de Vries", BORN)])
    assert dossier.twice_in_table == ()
    assert whose(dossier) == {"x.pdf": ("2", "name+birth_date", Grade.EXACT)}
    assert dossier.ambiguous[0].candidates == ("1", "2")


def test_the_fullest_table_counts():
    dossier = match_people([table(ANNA, file="oud.xlsx"), table(ANNA, PIET, file="nieuw.xlsx")])
    assert dossier.table.file == "nieuw.xlsx"
    assert [d.file for d in dossier.other_tables] == ["oud.xlsx"]


def test_sample():
    drawn = document("steekproef.csv", SampleList(numbers=()), Kind.SAMPLE)
    assert match_people([table(ANNA)]).sample is None
    assert match_people([table(ANNA), drawn]).sample == ()
    stated = match_people([table(ANNA), drawn], Statement(sample=("7",)))
    assert [f.value for f in stated.sample] == ["7"]


PEOPLE = [
    row("1", "Anna Maria", "Wit", "de", born_on=date(1980, 2, 3)),
    row("2", "Piet", "Wit", "de", born_on=date(1982, 5, 6)),
    row("3", "Jan", "Bakker", born_on=date(1979, 9, 9)),
    row("4", "Johanna", "Velzen-de Groot", "van", birth_name="de Groot", born_on=date(1990, 12, 1)),
    row("5", "Fatima", "El Amrani", born_on=date(1995, 7, 7)),
]
NAMES = ["Anna Maria de Wit", "Piet de Wit", "Jan Bakker", "Johanna de Groot", "Fatima El Amrani"]
MADE = [
    (kind, name, e.born_on.value) for kind in (diploma, vog, contract) for name, e in zip(NAMES, PEOPLE, strict=True)
]


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_file_names_and_order_do_not_matter(chance: random.Random):
    """Shuffled, renamed at random (also after other persons), in any layout: the same papers for the same person."""
    words = ["scan", "07", "de wit", "bakker", "vog", "diploma", "3", "johanna", "el amrani", "map", "2024", "x"]

    def path(number: int) -> str:
        folders = [" ".join(chance.choices(words, k=2)) for _ in range(chance.randint(0, 2))]
        return "/".join([*folders, f"{chance.choice(words)} {number}.pdf"])

    papers = [kind(path(number), name, born) for number, (kind, name, born) in enumerate(MADE)]
    chance.shuffle(papers)
    dossier = match_people([*papers, table(*PEOPLE)])
    for person, name in zip(dossier.people, NAMES, strict=True):
        assert sorted(a.document.kind for a in person.papers) == ["contract", "diploma", "vog"], name
        assert all(a.match.grade in (Grade.EXACT, Grade.BY_RULE) for a in person.papers)
    assert dossier.unassigned == dossier.ambiguous == ()


def test_the_parts_of_a_file_go_to_their_people() -> None:
    parts = (
        replace(diploma("all.pdf", "Anna de Wit", BORN), part_pages=(1,)),
        replace(vog("all.pdf", "Bram Jansen"), part_pages=(2, 3)),
    )
    joined = replace(diploma("all.pdf", "Anna de Wit", BORN), parts=parts)
    dossier = match_people([table(row("1", "Anna", "Wit", "de", born_on=BORN), row("2", "Bram", "Jansen")), joined])
    assert [[a.document.part_pages for a in person.papers] for person in dossier.people] == [[(1,)], [(2, 3)]]
    assert len(dossier.documents) == 2


def unsure(document):
    """The same paper, its name read badly off a scan."""
    name = document.paper.holder
    place = replace(name.place, how=How.OCR, confidence=0.5)
    return replace(document, paper=replace(document.paper, holder=replace(name, place=place)))


def test_a_birth_date_places_a_paper_whose_name_was_read_badly():
    papers = [
        table(ANNA, PIET),
        unsure(vog("a.pdf", "Arna ce Wil", BORN)),
        vog("b.pdf", "Karel Groot", date(1975, 6, 9)),
    ]
    dossier = match_people(papers)
    assert whose(dossier) == {"a.pdf": ("7", "birth_date", Grade.DIFFERENT)}
    assert [d.file for d in dossier.unassigned] == ["b.pdf"]
    assert not has_unsure_name(papers[2])
    assert has_unsure_name(papers[1])
    assert has_unsure_name(replace(vog("c.pdf", None), scanned=True))
    assert not has_unsure_name(vog("c.pdf", None))
