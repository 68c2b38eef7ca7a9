"""Papers whose name was not read with certainty: nobody can say that they are not a person's."""

from dossiercheck.documents.model import Contract, Diploma, Document, EvcCertificate, Vog


def has_unsure_name(document: Document) -> bool:
    """Is it a person's paper on which the name was read unsurely, or not at all off a scan?"""
    match document.paper:
        case Diploma(holder=name) | Vog(holder=name) | EvcCertificate(holder=name) | Contract(employee=name):
            return not name.place.is_sure if name else document.scanned
        case _:
            return False
