"""Sentences and form rows that say what somebody is taken on as, and those that only look like it."""

from pathlib import Path

import pytest
import yaml

from dossiercheck.documents.contracts.function import function
from dossiercheck.documents.contracts.running import Running

SAID = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "function_sentences.yaml").read_text("utf-8"))
PAPER = "ARBEIDSOVEREENKOMST\nTussen Stichting De Brug (werkgever) en A. Bos (werknemer) is overeengekomen:\n\n{}\n\nAldus opgemaakt.\n"


def read(text: str) -> str | None:
    said = PAPER.format(text.replace("|", "\n"))
    part = Running(file="contract.pdf", text=said, printed=said, cells=()).part()
    found = function(part, said.index("Aldus"))
    return found.value if found else None


@pytest.mark.parametrize("said", SAID, ids=lambda said: said["text"][:60])
def test_no_function_is_read_wrong(said: dict[str, str | None]) -> None:
    assert read(str(said["text"])) in (said["function"], None)


def test_most_are_read() -> None:
    left = [said["text"] for said in SAID if said["function"] and read(said["text"]) is None]
    assert len(left) <= 2, left
