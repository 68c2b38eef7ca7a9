"""The words of a requirement set, handed to the rooms that read documents."""

from types import MappingProxyType

from dossiercheck.documents import TableLayout, Vocabulary
from dossiercheck.tender.model import SetHeader


def vocabulary_of(header: SetHeader) -> Vocabulary:
    """What `documents.recognise` needs to know of a requirement set."""
    words = header.table
    return Vocabulary(
        table=TableLayout(
            columns=MappingProxyType(
                {name: (aliases, name in words.required) for name, aliases in words.headers.items()}
            ),
            number_column=words.number_column,
            employment=MappingProxyType(dict(words.employment)),
            contact=MappingProxyType(dict(words.contact)),
            levels=MappingProxyType(dict(words.level)),
            products=MappingProxyType({id_: product.aliases for id_, product in header.products.items()}),
            open_ended=words.no_end,
        )
    )
