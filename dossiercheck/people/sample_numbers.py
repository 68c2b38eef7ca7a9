"""The drawn sample: stated in `dossier.yaml` or by option, or handed over as a list."""

from collections.abc import Sequence

from dossiercheck.documents.model import Document, SampleList
from dossiercheck.facts import Fact, Place
from dossiercheck.intake.statement import Statement

STATED_IN = "dossier.yaml"


def drawn_sample(documents: Sequence[Document], statement: Statement) -> tuple[Fact[str], ...] | None:
    """The numbers drawn, as written; None where no sample was handed over. What is stated goes before a list."""
    if statement.sample is not None:
        return tuple(Fact(value=n, place=Place(file=STATED_IN, text=n)) for n in statement.sample)
    lists = [document.paper for document in documents if isinstance(document.paper, SampleList)]
    return lists[0].numbers if lists else None
