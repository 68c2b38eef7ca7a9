"""The JSON report (formats.md 4): what other programs rely on. Keys and codes are fixed; texts follow the language."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from dossiercheck import __version__
from dossiercheck.facts import Party, Place, Seal, Signature
from dossiercheck.findings import (
    Action,
    Change,
    FactView,
    FileUse,
    Finding,
    PartUse,
    ReadingUse,
    Report,
    RequirementInfo,
    Ruling,
    ShelfLife,
)
from dossiercheck.reports.escape import json_safe, writable
from dossiercheck.reports.interface import View
from dossiercheck.reports.to_do_first import ActionLine, action_lines
from dossiercheck.reports.wording import Words, words

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]

REPORT = "dossiercheck-report/1"
INSPECT = "dossiercheck-inspect/1"


def render(report: Report, view: View) -> str:
    """The whole report. `only` leaves out findings of other severities; counts and verdict are about all of them."""
    say = words(view.lang)
    known = {r.id: r for r in report.requirements}
    shown = [f for f in report.findings if view.only in (None, f.severity)]
    return _text(
        {
            "format": REPORT,
            "tool": {"name": "dossiercheck", "version": report.tool_version},
            "dossier": {"path": report.dossier, "provider": report.provider, "sha256": report.dossier_sha256},
            "requirements": {
                "id": report.set_id,
                "version": report.set_version,
                "sha256": report.set_sha256,
                "title": say.text(report.set_title),
            },
            "on": report.on.isoformat(),
            "lang": view.lang,
            "asked": {name: _value(value) for name, value in report.asked.items()},
            "verdict": report.verdict.value,
            "not_checked": [r.id for r in report.not_checked],
            "counts": dict(report.counts),
            "remarks": [{"code": r.say, "message": say.say(r.say, r.values)} for r in report.remarks],
            "readings": [_reading(use, report, say) for use in report.readings],
            "actions": [
                _action(action, line, say)
                for action, line in zip(report.actions, action_lines(report, say), strict=True)
            ],
            "shelf_life": _shelf_life(report.shelf_life),
            "trust": [{"name": a.name, "sha256": a.sha256, "used": a.used} for a in report.anchors],
            "findings": [_finding(f, known.get(f.requirement), say) for f in shown],
            "documents": [_document(d, say) for d in report.documents],
        },
        view,
    )


def render_inspect(documents: Sequence[FileUse], view: View) -> str:
    """What was seen in these files, with every signature in full."""
    say = words(view.lang)
    seen = [
        {**_document(d, say), "signatures": [_signature(s) for s in (d.seal.signatures if d.seal else ())]}
        for d in documents
    ]
    return _text({"format": INSPECT, "tool": {"name": "dossiercheck", "version": __version__}, "documents": seen}, view)


def _text(report: Json, view: View) -> str:
    text = json_safe(json.dumps(report, ensure_ascii=False, indent=2)) + "\n"
    return text if writable(text, view.encoding) else json.dumps(report, ensure_ascii=True, indent=2) + "\n"


def _action(action: Action, line: ActionLine, say: Words) -> Json:
    return {
        "action": action.key,
        "what": line.what,
        "lead_minutes": action.lead_minutes,
        "once": action.once,
        "ask": say.text(action.ask) if action.ask else None,
        "settles": [
            {"requirement": f.requirement, "subject": f.subject.id, "product": f.product} for f in action.findings
        ],
    }


def _shelf_life(life: ShelfLife | None) -> Json:
    if life is None:
        return None
    return {
        "until": life.until.isoformat(),
        "red_on": life.red_on.isoformat(),
        "first": [
            {"requirement": f.requirement, "subject": f.subject.id, "files": sorted({p.file for p in f.evidence})}
            for f in life.findings
        ],
    }


def _reading(use: ReadingUse, report: Report, say: Words) -> Json:
    return {
        "requirement": use.requirement,
        "reading": use.name,
        "title": say.text(use.title),
        "others": [
            {
                "reading": other.name,
                "title": say.text(other.title),
                "verdict": other.verdict.value,
                "changes_verdict": other.verdict is not report.verdict,
                "changes": [_change(change) for change in other.changes],
            }
            for other in use.others
        ],
    }


def _change(change: Change) -> Json:
    about = change.before or change.after
    assert about is not None
    return {
        "requirement": about.requirement,
        "subject": {"kind": about.subject.kind.value, "id": about.subject.id, "name": about.subject.name},
        "product": about.product,
        "before": _judged(change.before),
        "after": _judged(change.after),
    }


def _judged(finding: Finding | None) -> Json:
    if finding is None:
        return None
    return {"outcome": finding.outcome.value, "reason": finding.reason.value if finding.reason else None}


def _finding(finding: Finding, requirement: RequirementInfo | None, say: Words) -> Json:
    subject = finding.subject
    return {
        "requirement": finding.requirement,
        "source": finding.source,
        "severity": finding.severity.value,
        "subject": {"kind": subject.kind.value, "id": subject.id, "name": subject.name},
        "product": finding.product,
        "outcome": finding.outcome.value,
        "reason": finding.reason.value if finding.reason else None,
        "decided_by": finding.decided_by.value,
        "expiring": finding.expiring,
        "valid_until": _day(finding.valid_until),
        "waived_by": finding.waived_by,
        "decision": finding.decision,
        "ruling": _ruling(finding.ruling),
        "code": finding.say,
        "title": say.text(requirement.title) if requirement else finding.requirement,
        "message": say.sentence(finding, requirement),
        "remedy": say.remedy(finding, requirement),
        "evidence": [{"file": place.file, **_place(place)} for place in finding.evidence],
    }


def _ruling(ruling: Ruling | None) -> Json:
    if ruling is None:
        return None
    return {
        "by": ruling.by,
        "why": ruling.why,
        "on": _day(ruling.on),
        "until": _day(ruling.until),
        "issuer": ruling.issuer,
    }


def _document(use: FileUse, say: Words) -> dict[str, Json]:
    return {
        "file": use.file,
        "sha256": use.sha256,
        "size": use.size,
        "pages": use.pages,
        "kind": use.kind,
        "confidence": round(use.confidence, 4),
        "employee": use.employee,
        "matched_by": say.matched_by(use.matched_by) if use.matched_by else None,
        **_facts(use.facts),
        "parts": [_part(part) for part in use.parts],
        "seal": _seal(use.seal) if use.seal else None,
        "problem": say.say(use.problem, use.problem_values) if use.problem else None,
        "problem_code": use.problem,
    }


def _part(part: PartUse) -> Json:
    return {"pages": list(part.pages), "kind": part.kind, "employee": part.employee, **_facts(part.facts)}


def _facts(facts: tuple[FactView, ...]) -> dict[str, Json]:
    return {
        "facts": {fact.name: _value(fact.value) for fact in facts},
        "fact_places": {fact.name: _place(fact.place) for fact in facts if fact.place},
    }


def _place(place: Place) -> dict[str, Json]:
    return {
        "page": place.page,
        "cell": place.cell,
        "text": place.text,
        "how": place.how.value,
        "confidence": round(place.confidence, 4),
        "box": [round(edge, 1) for edge in place.box] if place.box else None,
    }


def _seal(seal: Seal) -> Json:
    main = seal.main
    return {
        "state": seal.state.value,
        "fault": seal.fault.value if seal.fault else None,
        "signer": _party(main.signer) if main else None,
        "issuer": _party(main.issuer) if main else None,
        "signed_at": _moment(main.signed_at) if main else None,
        "timestamped": main.timestamped if main else None,
        "covers_whole_file": main.covers_whole_file if main else None,
        "certification": main.certification if main else None,
        "signatures": len(seal.signatures),
    }


def _signature(signature: Signature) -> Json:
    signer = signature.signer
    return {
        "field": signature.field,
        "kind": signature.kind.value,
        "subfilter": signature.subfilter,
        "signer": _party(signer),
        "signer_organisation": signer.organisation if signer else None,
        "signer_id": signer.organisation_id if signer else None,
        "issuer": _party(signature.issuer),
        "fingerprint": signature.fingerprint,
        "signed_at": _moment(signature.signed_at),
        "timestamped": signature.timestamped,
        "intact": signature.intact,
        "trusted": signature.trusted,
        "anchor": signature.anchor or None,
        "covers_whole_file": signature.covers_whole_file,
        "certification": signature.certification,
        "docmdp": signature.docmdp,
        "changes": list(signature.changes),
        "fault": signature.fault.value if signature.fault else None,
        "qualified_seal": signature.qualified_seal,
        "revocation_checked": signature.revocation_checked,
        "value_sha256": signature.value_sha256 or None,
        "detail": signature.detail or None,
    }


def _party(party: Party | None) -> str | None:
    return (party.common_name or party.organisation or None) if party else None


def _value(value: str | int | float | bool | date | tuple[str, ...] | None) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
