"""Certificates -> who holds and who issued them, in the words of their names."""

from typing import TYPE_CHECKING

from dossiercheck.facts import Party

if TYPE_CHECKING:
    from asn1crypto import x509

_MAX_LENGTH = 200
_QC_STATEMENTS = "1.3.6.1.5.5.7.1.3"
_QC_COMPLIANCE = bytes.fromhex("06060400 8e460101".replace(" ", ""))
_QC_ESEAL = bytes.fromhex("06070400 8e46010602".replace(" ", ""))


def party(name: "x509.Name") -> Party:
    """The holder or issuer that a certificate names."""
    parts: dict[str, str] = {}
    for relative in name.chosen:
        for pair in relative:
            parts.setdefault(pair["type"].native, _clean(pair["value"].native))
    return Party(
        common_name=parts.get("common_name", ""),
        organisation=parts.get("organization_name", ""),
        organisation_id=parts.get("organization_identifier", ""),
        country=parts.get("country_name", ""),
        email=parts.get("email_address", ""),
    )


def is_qualified_seal(certificate: "x509.Certificate") -> bool:
    """It states QcCompliance and the type electronic seal."""
    for extension in certificate["tbs_certificate"]["extensions"]:
        if extension["extn_id"].dotted == _QC_STATEMENTS:
            value = bytes(extension["extn_value"])
            return _QC_COMPLIANCE in value and _QC_ESEAL in value
    return False


def _clean(value: object) -> str:
    text = value if isinstance(value, str) else str(value)
    return "".join(c if c.isprintable() else " " for c in text[: 4 * _MAX_LENGTH]).strip()[:_MAX_LENGTH]
