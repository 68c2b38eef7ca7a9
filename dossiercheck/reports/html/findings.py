"""The findings, worst first: what was seen, about whom, the piece of the page that shows it, and what to do."""

import base64
import struct
from collections.abc import Iterator, Sequence

from dossiercheck.facts import Place
from dossiercheck.findings import Finding
from dossiercheck.reports import escape
from dossiercheck.reports.html.element import Child, Element, el
from dossiercheck.reports.html.outline import STATES, Outline, look, sign
from dossiercheck.reports.naming import finding_name, ruling_note, spot
from dossiercheck.reports.problems import Problem, Section, Topic

PLACES = 3
"""So many places are shown of one finding."""
_QUOTE = 160
_SHARPNESS = 1.5
"""Pixels of a piece of a page for each of the screen: it is shown about as large as on paper, and prints sharply."""


def finding_sections(outline: Outline) -> Iterator[Element]:
    """A section for each that has something to tell, then what the municipalities decide."""
    for section in outline.listed:
        if topics := outline.shown.get(section, ()):
            yield _section(section, topics, outline)
    if topics := outline.shown.get(Section.AUTHORITY, ()):
        yield _requirements(Section.AUTHORITY.value, topics, outline)


def _section(section: Section, topics: Sequence[Topic], outline: Outline) -> Element:
    title = outline.words.label("html-files-advice" if section is Section.FILES else f"section-{section.value}")
    count = sum(topic.count for topic in topics)
    return el(
        "section",
        el("h2", title, " ", el("span", f"({count})", class_="count")),
        *(_topic(section, topic, outline) for topic in topics),
        id=f"deel-{section.value}",
        class_="findings",
    )


def _topic(section: Section, topic: Topic, outline: Outline) -> Element:
    words, requirement, state = outline.words, topic.requirement, STATES[section]
    asked = [escape.name(requirement.id)]
    if requirement.source:
        asked.append(words.label("paragraph", source=escape.name(requirement.source)))
    if section in (Section.UNDECIDED, Section.WAIVED):
        asked.append(words.label(f"severity-{requirement.severity.value}"))
    reading = requirement.interpretation
    told = reading and section is not Section.MET
    note = el("p", f"{words.label('reading')} {words.text(reading)}", class_="note") if told and reading else None
    return el(
        "article",
        el("h3", sign(state), " ", words.text(requirement.title), class_=look(state)),
        el("p", " · ".join(asked), class_="asked"),
        note,
        *(_problem(problem, topic, outline) for problem in topic.problems),
        id=outline.anchors[section, requirement.id],
        class_=f"topic {look(state)}",
    )


def _problem(problem: Problem, topic: Topic, outline: Outline) -> Element:
    remedy = None
    if problem.remedy:
        what = el("b", outline.words.label("html-remedy"))
        remedy = el("p", what, " ", problem.remedy, class_="remedy")
    return el("div", el("ul", *(_finding(f, topic, outline) for f in problem.findings), class_="cases"), remedy)


def _finding(finding: Finding, topic: Topic, outline: Outline) -> Element:
    words = outline.words
    name = finding_name(finding, words)
    lead = el("b", el("bdi", name), ": ") if name else None
    note = ruling_note(finding, words)
    places = [p for p in finding.evidence[:PLACES] if not _is_subject(p, finding)]
    more = len(finding.evidence) - PLACES
    return el(
        "li",
        el("p", lead, words.sentence(finding, topic.requirement), el("em", f" ({note})") if note else None),
        *(_evidence(place, outline) for place in places),
        el("p", words.label("more-places", count=more), class_="note") if more > 0 else None,
    )


def _is_subject(place: Place, finding: Finding) -> bool:
    """Would showing it only repeat the name of the file that the finding is about?"""
    return place.file == finding.subject.id and place.page is None and not place.text


def _evidence(place: Place, outline: Outline) -> Element:
    """The piece of the page, or where it stands and what it says there."""
    words = outline.words
    quote = escape.shorten(escape.clean(place.text), _QUOTE)
    file = el("span", el("bdi", escape.path(place.file)), class_="file")
    spots = "".join(f", {part}" for part in spot(place, words))
    said: list[Child] = [file, spots, *((": ", el("q", el("bdi", quote))) if quote else ())]
    picture = outline.report.pictures.get((place.file, place.page or 0, place.box)) if place.box else None
    if picture is None:
        return el("p", *said, class_="place")
    alt = words.label("html-picture", text=quote or None, page=place.page)
    return el("figure", _picture(picture, alt), el("figcaption", *said))


def _picture(png: bytes, alt: str) -> Element:
    width, height = struct.unpack(">II", png[16:24])
    return el(
        "img",
        src=f"data:image/png;base64,{base64.b64encode(png).decode()}",
        alt=alt,
        width=round(width / _SHARPNESS),
        height=round(height / _SHARPNESS),
    )


def _requirements(key: str, topics: Sequence[Topic], outline: Outline) -> Element:
    """A plain list of requirements with nothing to say of them but who decides."""
    words = outline.words
    items = []
    for topic in topics:
        requirement = topic.requirement
        source = words.label("paragraph", source=escape.name(requirement.source))
        asked = el("small", f"{escape.name(requirement.id)} · {source}")
        items.append(el("li", words.text(requirement.title), " ", asked))
    return el(
        "section",
        el("h2", words.label(f"section-{key}"), " ", el("span", f"({len(topics)})", class_="count")),
        el("ul", *items, class_="plain"),
        id=f"deel-{key}",
    )
