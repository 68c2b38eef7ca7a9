"""Subjects and places in words, the same in every format for people."""

from dossiercheck.facts import How, Place
from dossiercheck.findings import Finding, Subject, SubjectKind
from dossiercheck.reports import escape
from dossiercheck.reports.grid import Mark
from dossiercheck.reports.wording import Words


def subject_name(subject: Subject, words: Words) -> str:
    """A subject for people: '7 J. de Wit'; empty for the provider, whose report this is."""
    match subject.kind:
        case SubjectKind.PROVIDER:
            return ""
        case SubjectKind.PRODUCT:
            return words.label("subject-product", product=subject.id)
        case SubjectKind.DOCUMENT:
            return escape.path(subject.id)
        case SubjectKind.EMPLOYEE:
            return " ".join(part for part in (escape.name(subject.id), escape.name(subject.name)) if part)
        case SubjectKind.LOCATION:
            return escape.name(subject.name or subject.id)


def finding_name(finding: Finding, words: Words) -> str:
    """The finding's subject, with the product where it is about one."""
    name = subject_name(finding.subject, words)
    if finding.product and finding.subject.kind is not SubjectKind.PRODUCT:
        product = words.label("for-product", product=finding.product)
        return f"{name} ({product})" if name else product
    return name


def ruling_note(finding: Finding, words: Words) -> str:
    """Who waived or decided it, when, and why; empty where nobody did."""
    ruling = finding.ruling
    if finding.waived_by:
        until = ruling.until if ruling else None
        return words.label("waived-by", name=finding.waived_by, until=until, why=ruling.why if ruling else None)
    if finding.decision:
        label = "asked-by" if ruling and ruling.issuer else "decided-by"
        on = ruling.on if ruling else None
        return words.label(label, name=finding.decision, on=on, why=ruling.why or None if ruling else None)
    return ""


def where(place: Place, words: Words) -> str:
    """File and page or cell, and how it was read where that matters."""
    return ", ".join([escape.path(place.file), *spot(place, words)])


def spot(place: Place, words: Words) -> list[str]:
    """Page or cell, and how it was read where that matters, without the file."""
    parts = []
    if place.page is not None:
        parts.append(words.label("page", page=place.page))
    if place.cell:
        parts.append(words.label("cell", cell=place.cell))
    if place.how is How.OCR:
        parts.append(words.label("by-ocr", percent=int(place.confidence * 100)))
    if place.how is How.FILE_NAME:
        parts.append(words.label("by-file-name"))
    return parts


def group_words(group: str, words: Words) -> str:
    """A group of requirements as the head of a column."""
    known = words.word("groups", group)
    return escape.shorten(known[:1].upper() + known[1:], 16)


def mark_words(mark: Mark, words: Words) -> str:
    """What a mark of the grid says, in a word or two, without its sign."""
    if mark.absent:
        return words.label("grid-absent")
    if mark.valid_until:
        return words.label("grid-until", day=words.short_day(mark.valid_until))
    known = words.sections["short"].get(mark.requirement)
    name = known or escape.shorten(escape.clean(mark.requirement.rpartition(".")[2]).replace("-", " "), 16)
    return f"{name} ({escape.shorten(escape.clean(mark.product), 8)})" if mark.product else name
