"""The second set of contract texts: nothing wrong, and what is not read is named unclear where its words are there.

So a contract in words that nobody thought of goes to a person; it is not said to lack what it has.
"""

from collections import Counter
from pathlib import Path

import pytest

from dossiercheck.documents.model import Contract
from tests.documents.test_corpus_contracts import ABSTAINED, WRONG, answer, judged

CORPUS = Path(__file__).parents[1] / "corpus" / "contracts_second"
TEXTS = sorted(CORPUS.glob("*.yaml"))
MAY_BE_UNCLEAR = ("function", "starts_on", "hours_per_week", "salary")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_fact_is_read_wrong_or_called_missing(path: Path) -> None:
    expect, also, _, paper = answer(path)
    if expect["kind"] != "contract":
        assert not isinstance(paper, Contract)
        return
    if not isinstance(paper, Contract):
        return  # abstained: counted below
    verdicts = judged(expect, also, paper)
    assert [key for key, verdict in verdicts.items() if verdict is WRONG] == []
    read_nothing = [key for key in MAY_BE_UNCLEAR if verdicts.get(key) is ABSTAINED and expect[key] is not None]
    assert [key for key in read_nothing if key not in paper.unclear] == []


def test_a_text_without_a_start_is_said_to_lack_it() -> None:
    """The dates of a collective agreement, a VOG, a birth and the signing are none of them a start."""
    for name in ("65-zonder-start", "21-zwijgt-over-datums"):
        _, _, _, paper = answer(CORPUS / f"{name}.yaml")
        assert isinstance(paper, Contract)
        assert paper.starts_on is None and "starts_on" not in paper.unclear


@pytest.mark.parametrize(("name", "fact"), [("53-tekst-zonder-beloning", "salary"), ("54-zonder-functie", "function")])
def test_a_text_without_a_word_about_it_is_said_to_lack_it(name: str, fact: str) -> None:
    _, _, _, paper = answer(CORPUS / f"{name}.yaml")
    assert isinstance(paper, Contract)
    assert getattr(paper, fact) is None and fact not in paper.unclear


def test_most_facts_are_read() -> None:
    counts: Counter[str] = Counter()
    papers = 0
    for path in TEXTS:
        expect, also, _, paper = answer(path)
        if isinstance(paper, Contract):
            papers += 1
            counts.update(judged(expect, also, paper).values())
    assert papers >= 68
    assert counts[ABSTAINED] <= 0.04 * counts.total()
