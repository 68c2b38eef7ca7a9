"""What the parts of the page share: the report, its sections, where each requirement is told, how a state looks."""

import re
from functools import cached_property

from dossiercheck.findings import Report, RequirementInfo
from dossiercheck.reports.grid import SIGNS, State
from dossiercheck.reports.html.element import Element, el
from dossiercheck.reports.interface import View
from dossiercheck.reports.problems import Section, Sections, sections
from dossiercheck.reports.wording import Words

LISTED = (Section.KNOCKOUT, Section.REQUIRED, Section.UNDECIDED, Section.ADVICE, Section.FILES, Section.WAIVED)
STATES = {
    Section.KNOCKOUT: State.NOT_MET,
    Section.REQUIRED: State.NOT_MET,
    Section.UNDECIDED: State.UNDECIDED,
    Section.ADVICE: State.ADVICE,
    Section.FILES: State.ADVICE,
    Section.WAIVED: State.WAIVED,
    Section.AUTHORITY: State.UNDECIDED,
    Section.MET: State.MET,
}


class Outline:
    """One report on its way to a page."""

    def __init__(self, report: Report, words: Words, view: View) -> None:
        self.report = report
        self.words = words
        self.view = view
        self.everything: Sections = sections(report, words)
        self.shown: Sections = sections(report, words, view.only) if view.only else self.everything
        self.listed = (*LISTED, *([Section.MET] if view.verbose else []))

    @cached_property
    def requirements(self) -> dict[str, RequirementInfo]:
        return {requirement.id: requirement for requirement in self.report.requirements}

    @cached_property
    def anchors(self) -> dict[tuple[Section, str], str]:
        """Where each requirement is told, by section and id; the first, which is the worst, by its plain name."""
        told = [(s, topic.requirement.id) for s in self.listed for topic in self.shown.get(s, ())]
        taken: dict[str, int] = {}
        found = {}
        for section, id in told:
            name = anchor_of(id)
            taken[name] = taken.get(name, 0) + 1
            found[section, id] = name if taken[name] == 1 else f"{name}--{taken[name]}"
        return found

    def anchor_of(self, requirement: str, state: State) -> str | None:
        """Where a mark of the grid is told; None where it is not."""
        fitting = [a for (s, id), a in self.anchors.items() if id == requirement and STATES[s] is state]
        return next(iter(fitting), None)


def anchor_of(requirement: str) -> str:
    """The name of the place in a page where a requirement is told; plain, whatever its id holds."""
    plain = re.sub(r"[^a-z0-9]+", "-", requirement.lower()).strip("-")
    return f"eis-{plain[:60]}".rstrip("-")


def sign(state: State) -> Element:
    """The sign of a state, for the eye only: words always stand beside it."""
    return el("span", SIGNS[state], class_="sign", aria_hidden="true")


def look(state: State) -> str:
    """The class that a state's colours go by."""
    return f"is-{state.name.lower().replace('_', '-')}"
