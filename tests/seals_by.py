"""Seals for tests that need one in a document without making the document."""

from dossiercheck.facts import Party, Seal, SealState, Signature, SignatureKind

SERVICE_SEAL = Seal(
    state=SealState.GENUINE,
    signatures=(
        Signature(
            field="Seal",
            kind=SignatureKind.APPROVAL,
            intact=True,
            signer=Party(common_name="Signhost", organisation="Signhost"),
        ),
    ),
)
"""A signing service's, intact."""
