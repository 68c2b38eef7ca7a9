"""Papers of an organisation: a title, then lines of one or two columns, as banks, insurers and authorities print them."""

from __future__ import annotations

from tests.papers.sheet import LEFT, Sheet

LABEL_WIDTH = 200


def organisation_paper(
    title: str, *lines: str, head: str = "", author: str = "", subject: str = "", hidden: str = ""
) -> bytes:
    """A page with these lines; `label | value` stands in two columns. `hidden` is written white, where nobody sees it."""
    sheet = Sheet(title, font="Helvetica", bold="Helvetica-Bold", size=10, producer="Kantoorpakket")
    if author:
        sheet.canvas.setAuthor(author)
    if subject:
        sheet.canvas.setSubject(subject)
    if head:
        sheet.line(head, size=9, after=14)
    sheet.line(title, size=15, bold=True, after=14)
    for line in lines:
        label, _, value = line.partition(" | ")
        if value:
            sheet.columns((LEFT, label), (LEFT + LABEL_WIDTH, value))
        else:
            sheet.line(line)
    if hidden:
        sheet.line(hidden, colour="#ffffff")
    return sheet.pdf()
