"""The pieces of pages that show what a report's findings rest on: which to cut, and back into the report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossiercheck.facts import NO_SEAL
from dossiercheck.findings import Finding, Outcome, PictureKey, Report, Severity
from dossiercheck.intake import DossierFile, DossierFolder
from dossiercheck.readers import MAX_PIECES, PdfContent, Piece, PieceJob, ReaderPool, Reading

MOST = 300
"""Pieces of one report; what is worst comes first."""
PLACES = 3
"""So many places of one finding."""

Turns = dict[tuple[str, int], int]
"""By file and page: quarter turns by which it was turned to be read, where it was."""


def noting_turns(
    readings: Iterable[tuple[DossierFile, Reading]], turns: Turns
) -> Iterator[tuple[DossierFile, Reading]]:
    """The same readings; which pages were turned is noted in `turns` as they go by."""
    for file, reading in readings:
        if isinstance(reading.content, PdfContent):
            turns.update({(file.path, page.number): page.turned for page in reading.content.pages if page.turned})
        yield file, reading


def with_pictures(report: Report, folder: DossierFolder, pool: ReaderPool, turns: Turns) -> Report:
    """The report with a picture for each place that its problems rest on, as far as that can be had."""
    sources = {file.path: file.source for file in folder.files if file.problem is None}
    seals = {use.file: use.seal or NO_SEAL for use in report.documents}
    by_file: defaultdict[str, list[PictureKey]] = defaultdict(list)
    for key in _wanted(report):
        if key[0] in sources and len(by_file[key[0]]) < MAX_PIECES:
            by_file[key[0]].append(key)
    files = [file for file, keys in by_file.items() if keys]
    jobs = [
        PieceJob(
            source=sources[file],
            seal=seals.get(file, NO_SEAL),
            pieces=tuple(Piece(page=page, box=box, turns=turns.get((file, page), 0)) for _, page, box in by_file[file]),
        )
        for file in files
    ]
    pictures: dict[PictureKey, bytes] = {}
    for file, cut in zip(files, pool.pieces(jobs), strict=True):
        pictures.update({key: png for key, png in zip(by_file[file], cut, strict=True) if png})
    return replace(report, pictures=pictures)


def _wanted(report: Report) -> list[PictureKey]:
    """The places to show, each once, worst first."""
    telling = [f for f in report.findings if f.outcome in (Outcome.NOT_MET, Outcome.UNDECIDED) or f.expiring]
    ordered = sorted(telling, key=_weight)
    keys = [
        (place.file, place.page, place.box)
        for finding in ordered
        for place in finding.evidence[:PLACES]
        if place.page is not None and place.box is not None
    ]
    return list(dict.fromkeys(keys))[:MOST]


def _weight(finding: Finding) -> tuple[bool, int]:
    severities = {Severity.KNOCKOUT: 0, Severity.REQUIRED: 1, Severity.ADVICE: 2}
    return finding.outcome is not Outcome.NOT_MET, severities[finding.severity]
