"""The files themselves: whose they are, twice the same, a name that contradicts the content, unreadable.

Findings are given only where there is something to say (requirements.md C).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import ClassVar

from dossiercheck.checks.agreements import is_with_subcontractor
from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.unread_files import unread_within
from dossiercheck.documents import Document, Kind, Unreadable, Unrecognised
from dossiercheck.facts import Place
from dossiercheck.findings import Finding, Outcome, Reason, Subject, SubjectKind, Value

PERSONAL = (Kind.DIPLOMA, Kind.VOG, Kind.CONTRACT, Kind.EVC_CERTIFICATE)


def document_subject(document: Document) -> Subject:
    """The subject of a finding about a file."""
    return Subject(kind=SubjectKind.DOCUMENT, id=document.file, name=document.file)


class FilesBelong(Requirement):
    """Each paper of a person belongs to somebody in the table."""

    kind: ClassVar[str] = "files-belong"

    def evaluate(self, case: Case) -> Iterator[Finding]:
        for document in case.dossier.unassigned:
            if is_with_subcontractor(document, case):
                continue
            values: dict[str, Value] = {"file": document.file, "kind": document.kind_name}
            paper = document.paper
            say = "file-of-nobody"
            if isinstance(paper, Unrecognised):
                say = "file-not-recognised"
            yield self.finding(
                Outcome.UNDECIDED,
                say,
                reason=Reason.UNASSIGNED,
                subject=document_subject(document),
                values=values,
                at=(Place(file=document.file, page=document.first_page),),
            )


class FilesUnique(Requirement):
    """No paper competes for two persons, and none is there twice."""

    kind: ClassVar[str] = "files-unique"

    def evaluate(self, case: Case) -> Iterator[Finding]:
        for ambiguity in case.dossier.ambiguous:
            document = ambiguity.document
            yield self.finding(
                Outcome.UNDECIDED,
                "file-fits-several",
                reason=Reason.AMBIGUOUS,
                subject=document_subject(document),
                values={"file": document.file, "candidates": ambiguity.candidates},
                at=(Place(file=document.file, page=document.first_page),),
            )
        yield from self._heaps(case)
        yield from self._copies(case)

    def _heaps(self, case: Case) -> Iterator[Finding]:
        """Files, or parts of them, that seem to hold more than one paper and could not be taken apart."""
        for document in case.dossier.documents:
            for part in document.parts or (document,):
                if not isinstance(part.paper, Unrecognised) or part.paper.say != "several-papers":
                    continue
                yield self.finding(
                    Outcome.UNDECIDED,
                    "file-several-papers",
                    reason=Reason.AMBIGUOUS,
                    subject=document_subject(document),
                    values={"file": document.file, "kind": part.kind.value},
                    at=(Place(file=document.file, page=part.first_page),),
                )

    def _copies(self, case: Case) -> Iterator[Finding]:
        same: dict[str, list[Document]] = defaultdict(list)
        for document in case.dossier.documents:
            if document.sha256 and document.kind_name != Kind.OTHER:
                same[document.sha256].append(document)
        for first, *others in same.values():
            for other in others:
                yield self._twice(first, other, "file-twice")
        yield from self._same_text([first for first, *_ in same.values()])

    def _same_text(self, documents: Iterable[Document]) -> Iterator[Finding]:
        """The same words in other bytes: saved again, or exported twice."""
        same: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            if document.text_sha256 and document.kind in PERSONAL:
                same[document.text_sha256].append(document)
        for first, *others in same.values():
            for other in others:
                yield self._twice(first, other, "file-same-text")

    def _twice(self, first: Document, other: Document, say: str) -> Finding:
        return self.finding(
            Outcome.UNDECIDED,
            say,
            reason=Reason.DUPLICATE,
            subject=document_subject(other),
            values={"file": other.file, "first": first.file},
            at=(Place(file=other.file), Place(file=first.file)),
        )


class FilesName(Requirement):
    """A file's name does not contradict the name inside."""

    kind: ClassVar[str] = "files-name"

    def evaluate(self, case: Case) -> Iterator[Finding]:
        for conflict in case.dossier.name_conflicts:
            document = conflict.document
            yield self.finding(
                Outcome.UNDECIDED,
                "file-name-conflict",
                reason=Reason.NAME_CONFLICT,
                subject=document_subject(document),
                values={"file": document.file, "by_content": conflict.by_content, "by_name": conflict.by_name},
                at=(Place(file=document.file, page=1),),
            )


class FilesReadable(Requirement):
    """Each file can be read."""

    kind: ClassVar[str] = "files-readable"

    def evaluate(self, case: Case) -> Iterator[Finding]:
        for document in case.dossier.documents:
            paper = document.paper
            if isinstance(paper, Unreadable):
                yield self.finding(
                    Outcome.UNDECIDED,
                    paper.say,
                    reason=paper.reason,
                    subject=document_subject(document),
                    values={"file": document.file, **paper.values},
                    at=(Place(file=document.file),),
                )
            for say, values in unread_within(document):
                yield self.finding(
                    Outcome.UNDECIDED,
                    say,
                    reason=Reason.UNREADABLE,
                    subject=document_subject(document),
                    values={"file": document.file, **values},
                    at=(Place(file=document.file),),
                )
