"""RFC 3161 timestamps: when a signature provably existed.

A timestamp counts when it fits what it stamps, rests on no weak digest, and its authority chains to an anchor now or,
as that certificate may have expired since, at the moment of the timestamp itself.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dossiercheck.readers.seals.chain import WEAK, Chain, Material, anchor_in_time, chain_at, context

if TYPE_CHECKING:
    from asn1crypto import cms

MAX_STAMPS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """One timestamp. `fits` and `trusted` stay apart: one of an authority that nobody knows may well fit."""

    at: datetime | None = None
    fits: bool = False
    trusted: bool = False
    weak: bool = False
    anchor: str = ""
    detail: str = ""


async def signature_stamps(
    signer_info: "cms.SignerInfo", brought: Material, anchors: tuple[bytes, ...], now: datetime
) -> list[Stamp]:
    """The timestamps that a signature bears, in its order."""
    from pyhanko.sign.validation.generic_cms import extract_tst_data_iter

    def imprint(algorithm: str) -> bytes:
        return hashlib.new(algorithm, signer_info["signature"].native).digest()

    stamps: list[Stamp] = []
    try:
        for token in extract_tst_data_iter(signer_info, signed=False):
            stamps.append(await judge_stamp(token, imprint, brought, anchors, now))
            if len(stamps) == MAX_STAMPS:
                break
    except Exception as reason:  # a token that cannot be parsed is one that does not fit
        stamps.append(Stamp(detail=f"{type(reason).__name__}: {reason}"[:300]))
    return stamps


async def judge_stamp(
    token: "cms.SignedData",
    imprint: Callable[[str], bytes],
    brought: Material,
    anchors: tuple[bytes, ...],
    now: datetime,
) -> Stamp:
    """One timestamp token; `imprint` gives the digest that it should bear."""
    from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, validate_tst_signed_data

    try:
        info = token["encap_content_info"]["content"].parsed
        moment: datetime = info["gen_time"].native
        algorithm = info["message_imprint"]["hash_algorithm"]["algorithm"].native
        signer = token["signer_infos"][0]
        weak = algorithm in WEAK or signer["digest_algorithm"]["algorithm"].native in WEAK
        certificates = extract_certs_for_validation(token)
        known = brought.with_certificates(certificates.other_certs)
        status = await validate_tst_signed_data(token, context(known, anchors, moment, mode="soft-fail"), imprint)
        fits = bool(status["intact"] and status["valid"])
        path = status.get("validation_path")
        trusted = fits and not weak and path is not None and anchor_in_time(path, moment)
    except Exception as reason:
        return Stamp(detail=f"{type(reason).__name__}: {reason}"[:300])
    if not trusted:
        return Stamp(at=moment, fits=fits, weak=weak)
    if known.crls or known.ocsps:
        today = await chain_at(certificates.signer_cert, _for_stamps(known), anchors, max(now, moment))
        if today.chain is Chain.REVOKED:
            return Stamp(at=moment, fits=True, detail=today.detail)
    return Stamp(at=moment, fits=True, trusted=True, anchor=path.trust_anchor.authority.name.human_friendly[:200])


def _for_stamps(brought: Material) -> Material:
    return Material(certificates=brought.certificates, crls=brought.crls, ocsps=brought.ocsps, usage=frozenset())
