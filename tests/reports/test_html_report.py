"""The page: sound HTML without script, nothing from outside, everything told, the same bytes."""

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import html5lib
import pytest

from dossiercheck.facts import Place
from dossiercheck.findings import Action, AnchorUse, Severity, Wording
from dossiercheck.reports import render, render_inspect
from dossiercheck.reports.html.element import el, page
from tests.reports import invented
from tests.reports.test_hostile_text import EVIL, documents, hostile

NS = "{http://www.w3.org/1999/xhtml}"
BOX = (70.0, 120.0, 180.5, 132.0)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (480).to_bytes(4, "big") + (120).to_bytes(4, "big") + b"\x08\x00\0\0\0"


def parsed(text):
    """The tree; raises where the HTML standard calls it an error."""
    return html5lib.HTMLParser(strict=True).parse(text)


def illustrated():
    """A report in which one finding shows a piece of its page."""
    report = invented.incomplete()
    place = Place(file="personeel/02-van-den-berg/vog.pdf", page=1, text="12 maart 2021", box=BOX)
    findings = [replace(f, evidence=(place,)) if f.say == "vog-too-old" else f for f in report.findings]
    anchors = (AnchorUse(name="Voorbeeld Root CA", sha256="ef" * 32, used=True),)
    old = tuple(f for f in findings if f.say == "vog-too-old")
    actions = (Action(key="new-vog", title=Wording(nl="Vraag een VOG aan", en="Apply for a VOG"), lead_minutes=40_320, findings=old),)  # fmt: skip
    report = replace(report, actions=actions)
    return replace(report, findings=tuple(findings), pictures={(place.file, 1, BOX): PNG}, anchors=anchors)


REPORTS = {"complete": invented.complete(), "incomplete": illustrated(), "many": invented.many()}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", REPORTS)
def test_the_page_is_sound(name, lang):
    text = render(REPORTS[name], "html", lang=lang, verbose=True)
    tree = parsed(text)
    assert tree.get("lang") == lang
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    links = [node.get("href") for node in tree.iter(f"{NS}a")]
    assert links and all(link.startswith("#") and link[1:] in ids for link in links)
    labelled = [node.get("aria-labelledby") for node in tree.iter() if node.get("aria-labelledby")]
    assert set(labelled) <= set(ids)


def test_headings_and_tables_can_be_read_aloud():
    tree = parsed(render(illustrated(), "html", lang="nl"))
    levels = [int(node.tag[-1]) for node in tree.iter() if re.fullmatch(rf"{NS}h[1-6]", str(node.tag))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    for table in tree.iter(f"{NS}table"):
        assert all(th.get("scope") in ("col", "row") for th in table.iter(f"{NS}th"))
    scrolled = [node for node in tree.iter() if node.get("class") == "scroll"]
    assert scrolled and all(node.get("tabindex") == "0" and node.get("aria-labelledby") for node in scrolled)
    assert all(img.get("alt") for img in tree.iter(f"{NS}img"))
    assert [len(list(tree.iter(f"{NS}{tag}"))) for tag in ("main", "header", "footer", "nav")] == [1, 1, 1, 1]


def test_nothing_runs_and_nothing_is_fetched():
    text = render(illustrated(), "html", lang="nl")
    assert not re.search(r"<script|<iframe|<object|<link|<form|@import|url\(|https?:|style=|\son\w+=", text)
    css = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1].replace("&#x27;", "'")
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy


def test_a_finding_shows_the_piece_of_its_page():
    tree = parsed(render(illustrated(), "html", lang="nl"))
    (picture,) = tree.iter(f"{NS}img")
    assert picture.get("src") == "data:image/png;base64," + base64.b64encode(PNG).decode()
    assert (picture.get("width"), picture.get("height")) == ("320", "80")
    assert "12 maart 2021" in picture.get("alt")


def test_what_to_do_and_how_long_the_rest_keeps():
    text = "".join(parsed(render(illustrated(), "html", lang="nl")).itertext())
    assert "Vraag een VOG aan duurt ongeveer 4 weken" in text
    assert "blijft dat tot en met 14 juli 2024" in text


def test_every_person_file_and_problem_is_on_the_page():
    report = invented.incomplete()
    text = "".join(parsed(render(report, "html", lang="nl")).itertext())
    for person in report.people:
        assert person.name in text
    for use in report.documents:
        assert use.file[:40] in text
    for sentence in (
        "De VOG is van 12 maart 2021, ouder dan 3 jaar.",
        "Er is geen VOG gevonden.",
        "ab" * 32,
        "cd" * 32,
    ):
        assert sentence in text


def test_a_filter_narrows_what_is_listed_and_never_the_verdict():
    text = render(invented.incomplete(), "html", lang="en", only=Severity.ADVICE)
    assert "6 knock-outs" in text and "VOG is dated" not in text


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_hostile_text_stays_text(evil):
    for text in (
        render(hostile(evil), "html", lang="nl", verbose=True),
        render_inspect(documents(evil), "html", lang="nl"),
    ):
        tree = parsed(text)
        names = {str(node.tag).removeprefix(NS) for node in tree.iter() if isinstance(node.tag, str)}
        assert not names & {"script", "iframe", "object", "form", "svg", "link"}
        assert not [name for node in tree.iter() for name in node.attrib if str(name).startswith("on")]


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("a", {"href": "javascript:alert(1)"}),
        ("a", {"href": "http://x.invalid"}),
        ("a", {"href": "//x.invalid/a.html"}),
        ("a", {"href": "../up.html"}),
        ("img", {"src": "http://x.invalid/p.png"}),
        ("img", {"src": "data:text/html;base64,AA=="}),
        ("p", {"onclick": "x"}),
        ("p", {"style": "x"}),
        ("script onload", {}),
    ],
)
def test_no_element_can_be_made_that_reaches_outside(tag, attributes):
    with pytest.raises(ValueError):
        el(tag, **attributes)


def test_text_and_attributes_are_escaped():
    written = page(el("p", "<b>&\"'", title='"><script>'))
    assert written == '<!doctype html>\n<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&quot;&#x27;</p>\n\n'


def test_the_same_report_gives_the_same_bytes():
    assert render(illustrated(), "html", lang="nl") == render(illustrated(), "html", lang="nl")


def test_html(golden):
    text = render(illustrated(), "html", lang="nl")
    text = re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.DOTALL)
    golden("incomplete.nl.html", re.sub(r"sha256-[^&]+", "sha256-", text))
