"""What may be the title of a page: short, near the top, no sentence, and not begun in lower case."""

from dossiercheck.documents.places import PlainPage

_HEAD_LINES = 16
_LONGEST_TITLE = 100


def headings(page: PlainPage) -> tuple[str, ...]:
    """The texts near the top that may be a title, each once, in their order."""
    texts = (cell.text for line in page.lines[:_HEAD_LINES] for cell in (*line.cells, line.words))
    return tuple(
        text
        for text in dict.fromkeys(texts)
        if len(text) <= _LONGEST_TITLE
        and (text[0].isupper() or text[0].isdigit())
        and not text.endswith((".", ",", ";"))
    )
