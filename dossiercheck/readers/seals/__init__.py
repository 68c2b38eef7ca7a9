"""PDF -> Seal: every signature judged offline, each question answered apart.

Is there one; does it fit the bytes; does anything follow it; whose is it; whom does it rest on, and at what time. The
worst answer among all signatures decides the state. Nothing here raises: what cannot be judged is UNDECIDED, and a file
that bears a signature which no reader can open is never called unsigned.
"""

import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dossiercheck.facts import NO_SEAL, Seal, SealFault, SealState, SignatureKind
from dossiercheck.readers.seals.ranges import (
    ByteRange,
    is_harmless,
    may_hold_signature,
    written_ranges,
    written_signatures,
)
from dossiercheck.trust import TrustAnchors

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from pyhanko.pdf_utils.reader import PdfFileReader

    from dossiercheck.readers.seals.opening import Held
    from dossiercheck.readers.seals.stamps import Stamp

__all__ = ["judge_seal", "may_hold_signature", "sealed_revision"]

MAX_BYTES = 64 * 1024 * 1024
MAX_SECONDS = 20.0
"""Processor time."""
_UNREADABLE = Seal(state=SealState.UNDECIDED, fault=SealFault.UNREADABLE)
_WORST_FIRST = (
    SealState.BROKEN,
    SealState.ALTERED,
    SealState.UNDECIDED,
    SealState.INTACT_UNTRUSTED,
    SealState.GENUINE,
)


def judge_seal(data: bytes, anchors: TrustAnchors, now: datetime) -> Seal:
    """Judge all signatures of a PDF, as of `now` (the end of the day judged by; UTC where it names no zone)."""
    if not may_hold_signature(data):
        return NO_SEAL
    if len(data) > MAX_BYTES:
        return _UNREADABLE
    moment = now.astimezone(UTC) if now.tzinfo else now.replace(tzinfo=UTC)
    from dossiercheck.readers.seals.opening import quiet

    with quiet():
        try:
            return _judge(data, anchors, moment)
        except (Exception, RecursionError, MemoryError):  # whatever a hostile file provokes
            return _UNREADABLE


def sealed_revision(data: bytes, seal: Seal) -> bytes:
    """The file as the main signature covers it: what was added later is cut off.

    Unchanged where there is no signature, where it covers everything, or where it does not fit the bytes.
    """
    main = seal.main
    if main is None or not main.intact or main.revision_end is None or main.revision_end >= len(data):
        return data
    return data[: main.revision_end]


def _judge(data: bytes, anchors: TrustAnchors, now: datetime) -> Seal:
    from dossiercheck.readers.seals.opening import Locked, TooMuch

    for strict in (True, False):
        try:
            return _judge_opened(data, anchors, now, strict=strict)
        except (Locked, TooMuch):
            return _UNREADABLE
        except Exception:  # what a strict reader refuses, a lenient one may open
            continue
    return _judge_unopened(data, anchors, now)


def _judge_opened(data: bytes, anchors: TrustAnchors, now: datetime, *, strict: bool) -> Seal:
    from dossiercheck.readers.seals.opening import held_signatures, open_reader

    reader = open_reader(data, strict=strict)
    held = held_signatures(reader)
    seal = _run(_judge_all(data, reader, held, anchors, now)) if held else NO_SEAL
    known = {one.covers for one in held}
    loose = [one for one in written_ranges(data) if one not in known]
    return _with_loose(data, seal, loose, anchors, now)


def _run(judging: "Coroutine[None, None, Seal]") -> Seal:
    import asyncio  # takes long to load, and only signed files need it

    return asyncio.run(judging)


async def _judge_all(
    data: bytes, reader: "PdfFileReader", held: "list[Held]", anchors: TrustAnchors, now: datetime
) -> Seal:
    from dossiercheck.readers.seals.chain import material
    from dossiercheck.readers.seals.judging import Case, judge_held

    case = Case(data=data, anchors=anchors, now=now, brought=material(reader))
    started = time.process_time()
    judged = {}
    stamps: list[tuple[int, Stamp]] = []
    for one in sorted(held, key=lambda one: not one.is_stamp):
        judged[id(one)] = result = await judge_held(one, case, stamps)
        if result.stamp is not None and one.covers is not None:
            stamps.append((one.covers.end, result.stamp))
        if time.process_time() - started > MAX_SECONDS:
            return _UNREADABLE
    results = [judged[id(one)] for one in held]
    signatures = tuple(one.signature for one in results)
    if all(s.kind is SignatureKind.TIMESTAMP for s in signatures):
        return replace(NO_SEAL, signatures=signatures)
    worst = min(results, key=lambda one: _WORST_FIRST.index(one.state))
    return Seal(state=worst.state, fault=worst.signature.fault, signatures=signatures)


def _with_loose(data: bytes, seal: Seal, loose: list[ByteRange], anchors: TrustAnchors, now: datetime) -> Seal:
    """Signatures that can be seen in the bytes but in no form field: was one taken out of its field?"""
    from dossiercheck.readers.seals.cms import fits_bytes

    for one in loose:
        contents = one.contents(data)
        if contents is None or one.end > len(data) or one.start:
            continue  # left over from another file, or text that looks like one
        fits = fits_bytes(contents, one, data)
        if fits is False and seal.state is SealState.NONE:
            return Seal(state=SealState.BROKEN, fault=SealFault.BYTES_CHANGED, signatures=seal.signatures)
        if fits and seal.state in (SealState.NONE, SealState.GENUINE, SealState.INTACT_UNTRUSTED):
            earlier = _as_it_was(data, one, anchors, now)
            return earlier or replace(_UNREADABLE, signatures=seal.signatures)
    return seal


def _judge_unopened(data: bytes, anchors: TrustAnchors, now: datetime) -> Seal:
    """A file that no reader opens: perhaps the sealed revision does, or the digest shows that bytes were changed."""
    from dossiercheck.readers.seals.cms import fits_bytes

    ranges = written_ranges(data)
    for one in sorted(ranges, key=lambda one: -one.end):
        if one.start == 0 and one.end < len(data):
            earlier = _as_it_was(data, one, anchors, now)
            if earlier is not None:
                return earlier
    signatures = written_signatures(data)
    fits = [fits_bytes(contents, one, data) for one in ranges for contents in signatures[:4]]
    if False in fits and True not in fits:
        return Seal(state=SealState.BROKEN, fault=SealFault.BYTES_CHANGED)
    return _UNREADABLE


def _as_it_was(data: bytes, covers: ByteRange, anchors: TrustAnchors, now: datetime) -> Seal | None:
    """The seal of the revision that `covers` ends; ALTERED unless nothing that matters follows it.

    None where that revision is no file with this signature in it.
    """
    cut = data[: covers.end]
    seal = _seal_at_end(cut, covers, anchors, now)
    if seal is None:
        return None
    whole = len(cut) == len(data)
    signatures = tuple(replace(s, covers_whole_file=whole and s.covers_whole_file) for s in seal.signatures)
    if seal.state is SealState.BROKEN or is_harmless(data[covers.end :]):
        return replace(seal, signatures=signatures)
    changed = tuple(
        replace(s, changes=(SealFault.CONTENT_CHANGED,), fault=SealFault.CONTENT_CHANGED) for s in signatures
    )
    return Seal(state=SealState.ALTERED, fault=SealFault.CONTENT_CHANGED, signatures=changed)


def _seal_at_end(cut: bytes, covers: ByteRange, anchors: TrustAnchors, now: datetime) -> Seal | None:
    from dossiercheck.readers.seals.opening import held_signatures, open_reader

    for strict in (True, False):
        try:
            reader = open_reader(cut, strict=strict)
            held = held_signatures(reader)
            if covers in [one.covers for one in held]:
                return _run(_judge_all(cut, reader, held, anchors, now))
        except Exception:  # not even the signed part can be opened this way
            continue
    return None
