"""A contract whose pages are files of their own: said to be split, and what is on the other page is not called absent."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from dossiercheck.documents import Document, Unrecognised, Vocabulary, recognise
from dossiercheck.documents.model import Signed
from tests.build import pdf_content
from tests.dossiers import contract, document, dossier, judge, outcome, person

CORPUS = Path(__file__).parents[1] / "corpus"


def rest(text: str, file: str = "personeel/07/contract 2.pdf") -> Document:
    return recognise(file, "cd" * 32, 10, pdf_content([text]), Vocabulary())


SECOND_PAGE = """Artikel 5 Salaris
Werknemer ontvangt een salaris volgens schaal 7.
Aldus overeengekomen en in tweevoud getekend te Almelo op 3 mei 2023.
Werkgever                Werknemer"""


@pytest.mark.parametrize(
    "text", [SECOND_PAGE, "De werknemer houdt zich aan de regels.\nVoor akkoord\nwerkgever\npagina 2 van 2"]
)
def test_further_pages_are_seen_as_that(text: str) -> None:
    paper = rest(text).paper
    assert isinstance(paper, Unrecognised) and paper.say == "contract-continuation"


def test_the_contract_is_split_and_what_is_missing_on_its_first_page_is_for_a_person() -> None:
    first = document(contract(salary=None, hours_per_week=None))
    both = person(first, replace(rest(SECOND_PAGE), scanned=False))
    assert outcome("contract.one-pdf", both) == ("not_met", "split")
    assert outcome("contract.salary", both) == ("undecided", "needs_person")
    assert outcome("contract.hours", both) == ("undecided", "needs_person")
    assert outcome("contract.salary", person(first)) == ("not_met", "field_missing")
    [finding] = judge("contract.one-pdf", both)
    assert finding.values["files"] == (first.file, "personeel/07/contract 2.pdf")


def test_no_paper_of_the_corpus_is_taken_for_further_pages() -> None:
    for case in sorted(CORPUS.glob("layouts/*.yaml")):
        pages = yaml.safe_load(case.read_text(encoding="utf-8"))["pages"]
        paper = recognise("p.pdf", "ab" * 32, 10, pdf_content(pages), Vocabulary()).paper
        assert getattr(paper, "say", "") != "contract-continuation", case.stem


def test_a_last_page_of_which_is_not_known_whose_it_is_leaves_open_whether_the_contract_is_one_file() -> None:
    untold = Signed(value=None)
    first = person(document(contract(signed_by_employer=untold, signed_by_employee=untold)))
    loose = (rest(SECOND_PAGE, "handtekeningen.jpg"),)
    assert outcome("contract.one-pdf", dossier(first, unassigned=loose)) == ("undecided", "split")
    assert outcome("contract.one-pdf", dossier(person(document(contract())), unassigned=loose)) == ("met", None)
