"""The recognisers of an organisation's papers: one line here for each."""

from dossiercheck.documents import (
    bank_statement,
    care_plan,
    insurance,
    kvk_extract,
    permit,
    product_form,
    quality,
    tax_statement,
)
from dossiercheck.documents.recognise import PdfKind

ORGANISATION_KINDS: tuple[PdfKind, ...] = (
    kvk_extract.recognise,
    bank_statement.recognise,
    tax_statement.recognise,
    insurance.recognise,
    quality.recognise_manual,
    quality.recognise_certificate,
    care_plan.recognise,
    permit.recognise_check,
    permit.recognise_permit,
    product_form.recognise,
)
