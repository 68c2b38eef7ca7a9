"""What is inside a file and was not read: said, and a paper that was not found may be in there."""

import pytest

from dossiercheck.documents import Document, Kind, Unreadable, Unrecognised
from dossiercheck.findings import Reason
from tests.dossiers import assigned, contract, dossier, judge, outcome, person, replace

OTHER = Document(
    file="x.pdf", sha256="x", size=1, kind=Kind.OTHER, paper=Unrecognised(say="not-recognised", hint=None), pages=9
)
ARCHIVE = Document(
    file="x.7z",
    sha256="x",
    size=1,
    kind=Kind.UNREADABLE,
    paper=Unreadable(reason=Reason.UNREADABLE, say="archive-inside", values={"format": "7z"}),
)


def beside(document: Document):
    built = dossier(person())
    return replace(built, documents=(*built.documents, document))


@pytest.mark.parametrize(
    ("document", "absent", "said"),
    [
        (ARCHIVE, "paper-maybe-in-archive", "archive-inside"),
        (replace(OTHER, attached=("vog.pdf", "contract.pdf")), "paper-maybe-attached", "attached-not-read"),
        (
            replace(ARCHIVE, file="x.pdf", paper=Unreadable(reason=Reason.UNREADABLE, say="pdf-password")),
            "paper-maybe-unread",
            "pdf-password",
        ),
        (replace(OTHER, unread_pages=4), "paper-maybe-on-unread-pages", "pages-not-read"),
    ],
)
def test_not_found_is_not_missing_where_something_was_not_read(document, absent, said):
    (finding,) = judge("vog.present", beside(document))
    assert (finding.outcome.value, finding.say, finding.evidence[0].file) == ("undecided", absent, document.file)
    (finding,) = judge("files.readable", beside(document))
    assert (finding.outcome.value, finding.say) == ("undecided", said)
    without_table = replace(beside(document), people=(), table=None)
    assert outcome("personnel.table", without_table) == ("undecided", "unreadable")


@pytest.mark.parametrize(
    ("file", "say", "absent"),
    [
        ("IMG_2034.HEIC", "image-heic-unread", "paper-maybe-unread"),
        ("scan.tif", "file-reader-too-slow", "paper-maybe-unread"),
        ("scan.docx", "not-a-pdf", "paper-maybe-unread"),
        ("bericht.eml", "not-a-pdf", "paper-maybe-unread"),
        ("bericht.MSG", "not-a-pdf", "paper-maybe-unread"),
        ("bericht.mht", "not-a-pdf", "paper-maybe-unread"),
        ("personeel", "folder-cannot-open", "paper-maybe-unread"),
        ("stukken.zip/vog", "zip-entry-encrypted", "paper-maybe-unread"),
        ("stukken.zip", "archive-too-much", "paper-maybe-in-archive"),
        ("stukken.zip", "file-too-large", "paper-maybe-in-archive"),
        ("film.mp4", "unknown-file-type", "vog-missing"),
        ("locaties.xlsx", "office-password", "vog-missing"),
    ],
)
def test_what_may_be_a_paper_by_its_name_or_by_what_it_is(file, say, absent):
    unread = replace(ARCHIVE, file=file, paper=Unreadable(reason=Reason.UNREADABLE, say=say))
    (finding,) = judge("vog.present", beside(unread))
    assert (finding.say, finding.outcome.value) == (absent, "not_met" if absent == "vog-missing" else "undecided")


def test_a_photo_on_which_nothing_can_be_read_may_be_the_paper():
    photo = Unrecognised(say="image-needs-ocr", hint=None)
    (finding,) = judge("vog.present", beside(replace(ARCHIVE, file="IMG_2034.jpg", paper=photo)))
    assert (finding.outcome.value, finding.say) == ("undecided", "paper-maybe-unread")


def test_a_page_without_text_in_the_persons_own_file():
    """A heap with a scan that is too poor: the VOG may be on it, a page of somebody else's file says nothing."""
    mine, other = person(contract(), number="1"), person(contract(), number="2")
    (held,) = mine.papers
    with_scan = replace(mine, papers=(replace(held, document=replace(held.document, picture_pages=(3,))),))
    assert [f.say for f in judge("vog.present", dossier(with_scan, other))] == [
        "paper-maybe-on-unread-pages",
        "vog-missing",
    ]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("Personeelstabel.docx", "undecided"),
        ("personeelstabel.numbers", "undecided"),
        ("tabel.xlsb", "undecided"),
        ("personeel/01/contract.docx", "not_met"),
    ],
)
def test_a_table_in_a_format_that_is_not_read_is_no_missing_table(file, expected):
    unread = replace(ARCHIVE, file=file, paper=Unreadable(reason=Reason.UNREADABLE, say="not-a-pdf"))
    assert outcome("personnel.table", replace(beside(unread), people=(), table=None))[0] == expected


def test_missing_where_everything_was_read():
    assert outcome("vog.present", beside(OTHER)) == ("not_met", "missing")
    assert judge("files.readable", beside(OTHER)) == []


SCAN = replace(OTHER, file="scan0003.pdf", scanned=True)


@pytest.mark.parametrize(
    ("paper", "scanned", "expected"),
    [
        (Unrecognised(say="not-recognised", hint=Kind.VOG), True, ("undecided", "needs_person")),
        (Unrecognised(say="two-kinds", values={"kinds": ("diploma", "vog")}), True, ("undecided", "needs_person")),
        (Unrecognised(say="several-papers", hint=Kind.VOG), True, ("undecided", "needs_person")),
        (Unrecognised(say="several-papers", hint=Kind.VOG), False, ("undecided", "needs_person")),
        (Unrecognised(say="not-recognised", hint=Kind.DIPLOMA), True, ("not_met", "missing")),
        (Unrecognised(say="not-recognised", hint=Kind.VOG), False, ("not_met", "missing")),
        (Unrecognised(say="vog-application", hint=Kind.VOG), True, ("not_met", "missing")),
    ],
)
def test_a_scan_of_nobody_that_may_be_the_paper_is_looked_at_by_a_person(paper, scanned, expected):
    assert outcome("vog.present", beside(replace(SCAN, paper=paper, scanned=scanned))) == expected
    part = replace(SCAN, paper=paper, scanned=scanned, part=1, part_pages=(1,))
    assert outcome("vog.present", beside(replace(OTHER, parts=(part,)))) == expected


@pytest.mark.parametrize(
    ("by", "expected"), [("file_mates", ("undecided", "needs_person")), ("name", ("not_met", "missing"))]
)
def test_an_unrecognised_part_of_a_file_with_papers_of_one_person_may_be_anothers(by, expected):
    part = replace(SCAN, paper=Unrecognised(say="not-recognised", hint=Kind.VOG), part=2, part_pages=(2,))
    first, second = person(), person(assigned(part), number="8", surname="Kok")
    second = replace(second, papers=tuple(replace(a, matched_by=by) for a in second.papers))
    both = dossier(first, second)
    (finding, _) = judge("vog.present", replace(both, documents=(*both.documents, replace(OTHER, parts=(part,)))))
    assert (finding.outcome.value, finding.reason.value) == expected
