"""Files that are too much, twice there, named wrongly or closed."""

from __future__ import annotations

import io
import zipfile
from datetime import date

from tests import papers
from tests.samples import standard
from tests.samples.clean import small
from tests.samples.draft import Draft, situations
from tests.samples.people import CHLOE, JORIS, PERSONAL_SUPPORT


def file_of_a_stranger() -> Draft:
    """The diploma of somebody who is not in the table, in no person's folder."""
    stranger = JORIS.but(number=8, given="Marleen Tuinstra", surname="Hoekema", prefix="", born_on=date(1988, 2, 5))
    return small().put("overig/diploma.pdf", standard.diploma(stranger, schooling=PERSONAL_SUPPORT))


def file_name_of_another() -> Draft:
    """Joris's VOG under the name of Chloë, in his own folder."""
    draft = small().take(JORIS, "vog.pdf")
    return draft.give(JORIS, "VOG C.G. 't Hart.pdf", standard.vog(JORIS))


def file_twice() -> Draft:
    return small().give(JORIS, "kopie van diploma.pdf", standard.diploma(JORIS))


def file_with_password() -> Draft:
    """Something in the folder that only opens with a password."""
    closed = papers.encrypted(standard.extract(CHLOE, schooling=PERSONAL_SUPPORT), password="welkom01")
    return small().put("overig/bijlage.pdf", closed)


def papers_in_one_pdf() -> Draft:
    """Joris's diploma, VOG and contract combined into one PDF, as before mailing them."""
    draft = small()
    joined = papers.joined(*(draft.papers[f"{JORIS.folder}/{name}"] for name in _JORIS))
    for name in _JORIS:
        draft.take(JORIS, name)
    return draft.give(JORIS, "alles.pdf", joined)


_JORIS = ("diploma.pdf", "vog.pdf", "overeenkomst.pdf")


def zip_in_folder() -> Draft:
    """Everybody's papers in one ZIP, beside the table."""
    draft = small()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in draft.papers.items():
            archive.writestr(zipfile.ZipInfo(path, (2024, 5, 27, 9, 0, 0)), content)
    draft.papers.clear()
    return draft.put("inzending.zip", out.getvalue())


ALL = situations(
    papers_in_one_pdf, zip_in_folder, file_of_a_stranger, file_name_of_another, file_twice, file_with_password
)
