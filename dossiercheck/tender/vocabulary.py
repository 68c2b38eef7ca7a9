"""The words of a requirement set, handed to the rooms that read documents."""

from types import MappingProxyType

from dossiercheck.documents import DeclaredField, DeclaredKind, LocationLayout, TableLayout, Vocabulary
from dossiercheck.tender.model import DocumentKind, LocationWords, SetHeader


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
        ),
        locations=_locations(header.locations) if header.locations else LocationLayout(),
        declared=tuple(_declared(id_, kind) for id_, kind in header.document_kinds.items()),
    )


def _locations(words: LocationWords) -> LocationLayout:
    return LocationLayout(
        headers=MappingProxyType({str(name): texts for name, texts in words.headers.items()}),
        kinds=MappingProxyType(dict(words.kinds)),
        tenure=MappingProxyType(dict(words.tenure)),
        ticks=words.ticks,
        none=words.none,
    )


def _declared(id_: str, kind: DocumentKind) -> DeclaredKind:
    return DeclaredKind(
        id=id_,
        phrases=kind.phrases,
        also=kind.also,
        never=kind.never,
        instead_of=tuple(known.value for known in kind.instead_of),
        anywhere=kind.where == "anywhere",
        of_employee=kind.about == "employee",
        fields=MappingProxyType(
            {
                name: DeclaredField(type=entry.type, labels=entry.labels, choices=MappingProxyType(dict(entry.choices)))
                for name, entry in kind.fields.items()
            }
        ),
    )
