"""Text out of a dossier that tries to steer the terminal, in every place where such text can stand, in every format."""

import base64
import hashlib
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files

import html5lib
import pytest
from defusedxml import ElementTree

from dossiercheck.facts import Party, Place, Seal, SealState, Signature, SignatureKind
from dossiercheck.findings import (
    DecidedBy,
    DossierLine,
    FactView,
    FileUse,
    Outcome,
    Overview,
    OverviewColumn,
    PartUse,
    PersonLine,
    Reason,
    Remark,
    RequirementInfo,
    Severity,
    Signal,
    SignalKind,
    SignalPlace,
    Subject,
    SubjectKind,
    Verdict,
    Wording,
)
from dossiercheck.reports import FORMATS, render, render_inspect, render_overview
from dossiercheck.reports.escape import clean, json_safe, shorten
from dossiercheck.reports.overview import OVERVIEW_FORMATS
from tests.reports import invented

EVIL = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;http://example.invalid\x1b\\link\x1b]8;;\x1b\\",
    "\x9b2J\x90q\x9c",
    "a\rb\nc\x0bd\x0ce\x85f\u2028g\u2029h",
    "\u202egnp.exe\u202c\u2066x\u2069\u200f",
    "zero\u200bwidth\u200d\u2060\ufeff\u00ad",
    "\u115f\u3164\u2800\ufe0f\U000e0041",
    "surrogate\udcff",
    "\x7f\x00\x08\x08",
    "[red]markup[/red] [link=x]y[/link] [/]",
    "{count} {0} {x.__class__} [[ {y} ]]",
    "Z" + "\u0301" * 40,
    "wide" * 60,
    "very long " * 120,
    "private\ue000unassigned\u0378",
    '=HYPERLINK("http://x.invalid","y")',
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;",
    "javascript:alert(1) [x](javascript:y) | `z` **b**",
    "_x000D_\ufffe\uffff&#x0;]]>",
]
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff"
    "\ue000-\uf8ff\udc80-\udcff\U000e0000-\U000e0fff]"
)
SGR = re.compile(r"\x1b\[[0-9;]*m")


def hostile(evil: str):
    """A report with this text in every place."""
    place = Place(file=evil, page=1, cell=evil, text=evil)
    wording = Wording(nl=evil, en=evil)
    info = RequirementInfo(id=evil, source=evil, severity=Severity.REQUIRED, title=wording, remedy=wording, interpretation=wording)  # fmt: skip
    own = replace(info, id="own", messages={"said": wording}, remedies={"said": wording})
    findings = [
        replace(
            invented.finding("own", Subject(kind=kind, id=f"{evil}{n}", name=evil), outcome, say, reason, {"printed": evil, "expected": (evil, evil)}, (place,) * 3),
            product=evil, requirement=requirement, severity=severity, source=evil, waived_by=waived, decision=evil, decided_by=by,
        )
        for kind in SubjectKind
        for outcome in Outcome
        for n, (say, requirement, severity, waived, by, reason) in enumerate([
            ("said", "own", Severity.KNOCKOUT, None, DecidedBy.PROGRAM, None),
            ("name-differs", evil, Severity.REQUIRED, None, DecidedBy.PERSON, Reason.NAME_MISMATCH),
            (evil, "files.belongs", Severity.ADVICE, None, DecidedBy.PROGRAM, Reason.UNASSIGNED),
            (evil, evil, Severity.KNOCKOUT, evil, DecidedBy.AUTHORITY, None),
            (evil, evil, Severity.KNOCKOUT, evil, DecidedBy.PROGRAM, None),
        ])
    ]  # fmt: skip
    soon = replace(findings[0], outcome=Outcome.MET, expiring=True, valid_until=date(2024, 7, 1))
    return invented.report(
        [*findings, soon],
        people=(PersonLine(number=evil, name=evil, function=evil),),
        requirements=(info, own),
        not_checked=(info,),
        documents=documents(evil),
        provider=evil,
        dossier=evil,
        set_id=evil,
        set_version=evil,
        set_title=wording,
        remarks=(
            Remark(say=evil),
            Remark(say="set-stated-by-provider", values={"set": evil}),
            Remark(say="judged-by-given-date", values={"on": invented.ON}),
        ),
    )


def documents(evil: str) -> tuple[FileUse, ...]:
    place = Place(file=evil, text=evil, cell=evil)
    party = Party(common_name=evil, organisation=evil, organisation_id=evil)
    signature = Signature(
        field=evil, kind=SignatureKind.APPROVAL, subfilter=evil, signer=party, issuer=party, fingerprint=evil, anchor=evil,
        signed_at=datetime(2024, 1, 1, tzinfo=UTC), changes=(evil,), detail=evil,
    )  # fmt: skip
    facts = (FactView(name=evil, value=evil, place=place), FactView(name="profiles", value=(evil,)), FactView(name="kind", value=evil))  # fmt: skip
    return tuple(
        FileUse(
            file=evil, sha256=evil, kind=kind, employee=employee, matched_by=f"{evil}+name", facts=facts, pages=1,
            parts=(PartUse(pages=(1,), kind=evil, employee=employee, facts=facts),),
            seal=Seal(state=SealState.UNDECIDED, signatures=(signature,)), problem=evil, problem_values={"name": evil},
        )
        for kind in ("diploma", "other", "unreadable", evil)
        for employee in (None, evil)
    )  # fmt: skip


def outputs(evil: str, formats=FORMATS, **options):
    for format in formats:
        for lang, verbose in (("nl", False), ("en", True)):
            yield format, _text(render(hostile(evil), format, lang=lang, width=80, verbose=verbose, **options))
            yield (
                format,
                _text(render_inspect(documents(evil), format, lang=lang, width=80, verbose=verbose, **options)),
            )


def overview(evil: str) -> Overview:
    """An overview with this text in every place."""
    wording = Wording(nl=evil, en=evil)
    places = (SignalPlace(dossier=evil, file=evil, person=evil),) * 2
    lines = [
        DossierLine(
            name=evil, exit_code=1, provider=evil, set_id=evil, verdict=verdict, error=error,
            tallies={evil: {"met": 1, "not_met": 2}}, page="dossiers/a.html", data="dossiers/a.json",
        )
        for verdict, error in [(Verdict.INCOMPLETE, None), (None, wording), (Verdict.COMPLETE, None)]
    ]  # fmt: skip
    return Overview(
        tool_version=evil,
        on=invented.ON,
        lines=tuple(lines),
        columns=(OverviewColumn(id=evil, title=wording, severity=Severity.KNOCKOUT),),
        signals=tuple(Signal(kind=kind, places=places) for kind in SignalKind),
    )


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_an_overview_is_as_harmless_as_a_report(evil):
    for format in OVERVIEW_FORMATS:
        rendered = render_overview(overview(evil), format, lang="nl", width=80)
        assert not FORBIDDEN.search(_text(rendered)), format
        if format == "html":
            _runs_only_its_own(rendered)


def _runs_only_its_own(page: str) -> None:
    """One script, the program's own, that the policy knows by its hash; nothing else that could run or lead away."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    own = files("dossiercheck.reports.overview").joinpath("find.js").read_text(encoding="utf-8")
    assert [node.text for node in tree.iter("script")] == [own] and "</" not in own
    digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
    policies = [node.get("content") for node in tree.iter("meta") if node.get("http-equiv")]
    assert len(policies) == 1 and f"script-src 'sha256-{digest}'; " in policies[0]
    for node in tree.iter():
        assert node.tag not in ("iframe", "object", "embed", "form", "svg", "link", "base")
        assert not [name for name, _ in node.items() if name.startswith("on") or name in ("style", "srcdoc", "action")]
        assert re.fullmatch(r"#[\w-]+|dossiers/a\.html(#eis(-[a-z0-9-]+)?)?", node.get("href", "#x"))


def _text(rendered: str | bytes) -> str:
    """A report as text; of a workbook every part, one after the other, each of them sound XML."""
    if isinstance(rendered, str):
        return rendered
    with zipfile.ZipFile(io.BytesIO(rendered)) as parts:
        texts = [ElementTree.fromstring(parts.read(name)).itertext() for name in parts.namelist()]
    return "\n".join(text for part in texts for text in part)


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_nothing_steers_the_terminal(evil):
    for _, text in outputs(evil):
        assert not FORBIDDEN.search(text)
        text.encode("utf-8")


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_in_colour_only_our_own_styles_are_escapes(evil):
    for _, text in outputs(evil, ["console"], colour=True):
        assert not FORBIDDEN.search(SGR.sub("", text))
        assert "\x1b[31mred" not in text or "\x1b[31mred" not in evil


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_lines_stay_within_the_width(evil):
    from rich.cells import cell_len

    for _, text in outputs(evil, ["console"]):
        assert max(cell_len(line) for line in text.splitlines()) <= 80


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_json_keeps_the_exact_text(evil):
    read = json.loads(render(hostile(evil), "json", lang="en"))
    assert read["documents"][0]["file"] == evil
    assert read["dossier"]["provider"] == evil


def test_markup_stays_text():
    text = render(hostile("[red]markup[/red]"), "console", lang="en", width=80, colour=True)
    assert "[red]markup[/red]" in text


def test_clean_shows_what_hides():
    assert clean("a\x1b[1m\u202eb\n\nc\udcff\U000e0041") == "a\\x1b[1m\\u202eb c\\udcff\\U000e0041"
    assert clean("Chaïma el Idrissi-Đorđević 王芳") == "Chaïma el Idrissi-Đorđević 王芳"
    assert clean("e\u0301") == "e\u0301"


def test_json_safe_escapes_beyond_the_first_plane():
    assert json.loads(json_safe('"\U000e0041\x7f"')) == "\U000e0041\x7f"
    assert json_safe('"\U000e0041"') == '"\\udb40\\udc41"'


def test_shorten_keeps_both_ends():
    assert shorten("abcdefghij", 5) == "ab…ij"
    assert shorten("abcde", 5) == "abcde"
