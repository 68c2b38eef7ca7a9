"""How the papers look that are told apart by their title alone: a table for `unrecognised`.

The first that fits counts, so look-alikes stand before the kinds that they look like.
"""

import re
from dataclasses import dataclass

from dossiercheck.documents.model import Kind


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a paper looks: a title near the top, and words that must be on its first page besides."""

    kind: Kind = Kind.OTHER
    title: re.Pattern[str]
    body: re.Pattern[str] | None = None
    not_body: re.Pattern[str] | None = None
    say: str
    confidence: float = 0.7


def _other(
    say: str, title: str, body: str | None = None, *, not_body: str | None = None, confidence: float = 0.9
) -> Look:
    return Look(
        title=re.compile(title, re.IGNORECASE),
        body=re.compile(body, re.IGNORECASE) if body else None,
        not_body=re.compile(not_body, re.IGNORECASE) if not_body else None,
        say=say,
        confidence=confidence,
    )


_VOG = r"\bVOG\b|verklaring\s*omtrent\s*(?:het\s*)?gedrag"

LOOKS: tuple[Look, ...] = (
    _other("vog-of-organisation", r"rechtspersonen|\bVOG\s*-?\s*RP\b", _VOG),
    _other("tender-conduct-statement", r"gedragsverklaring\s+aanbesteden|^GVA\b"),
    _other(
        "vog-message",
        r"^(?:van|from|aan|to|onderwerp|subject)\s*:.*(?:@|vog|verklaring)",
        rf"(?:{_VOG})[\s\S]*|@[\s\S]*(?:{_VOG})",
    ),
    _other(
        "vog-payment-proof",
        r"betaal(?:bewijs|bevestiging|opdracht)|betalingsbe(?:wijs|vestiging)|\bfactuur\b"
        r"|\bkwitantie|\bbetaling\b",
        _VOG,
    ),
    _other(
        "vog-application-form",
        r"aanvraagformulier|\baanvraag\b.{0,40}(?:vog|verklaring)|(?:vog|gedrag).{0,30}\baanvra(?:ag|gen)\b",
        _VOG,
    ),
    _other(
        "vog-refusal",
        _VOG,
        r"\bvoornemen\s+(?:tot|om)\b|besloten\s+(?:de|uw)\s+vog\s+te\s+weigeren"
        r"|\bweigering\s+van\s+de\s+vog",
    ),
    _other(
        "vog-message",
        _VOG,
        r"in\s+behandeling\s+genomen|\baanvraag\s+(?:is\s+|hebben\s+wij\s+)?ontvangen"
        r"|\btransactienummer",
    ),
    _other("big-extract", r"\bBIG-?\s?register\b", r"uittreksel|registratie"),
    _other("ubo-extract", r"\bUBO\b", r"kamer\s+van\s+koophandel|\bKVK\b|uiteindelijk\s+belanghebbende"),
    _other("mijn-duo-screen", r"^mijn\s+duo\b|^mijn\s+diploma'?s$", r"diploma"),
    _other("annual-accounts", r"^(?:de\s+)?jaarrekening\b|^jaarverslag\b"),
    _other(
        "tax-statement-other",
        r"verklaring\s+(?:inzake\s+)?betalingsgedrag|inlenersaansprakelijkheid"
        r"|ketenaansprakelijkheid",
        r"inleners|ketenaansprakelijkheid|\bketen\b|uitlener|onderaannemer",
        not_body=r"nakoming\s+(?:van\s+)?(?:de\s+)?fiscale",
    ),
    _other(
        "signing-receipt",
        r"ondertekenbewijs|ondertekeningscertificaat|certificate\s+of\s+completion"
        r"|^transactiebewijs|^audit\s*trail|^ontvangstbewijs\s+ondertekening",
        confidence=0.8,
    ),
    _other(
        "identity-document",
        r"\b(?:paspoort|passport|identiteitskaart|identity\s+card|rijbewijs|verblijfsdocument)\b",
        r"<<<|documentnummer|document\s+no",
    ),
    _other("curriculum-vitae", r"^(?:curriculum\s+vitae|cv)\b", r"werkervaring|opleiding"),
    _other(
        "payslip", r"^(?:loonstrook|salarisstrook|salarisspecificatie|loonspecificatie)", r"\bbruto|netto|loonheffing"
    ),
    _other("employer-statement", r"^werkgeversverklaring\b"),
    _other(
        "enrolment-proof",
        r"(?:bewijs|verklaring)\s+van\s+inschrijving|inschrijvingsbewijs|studieverklaring",
        r"student|opleiding|school",
    ),
)
