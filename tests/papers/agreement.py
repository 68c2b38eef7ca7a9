"""Agreements as organisations draw them up, and the audit page that a signing service puts behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.papers.sheet import LEFT, Sheet, dutch_date


@dataclass(frozen=True, kw_only=True)
class AuditLine:
    """One signer on an audit page."""

    name: str
    role: str
    email: str
    steps: tuple[tuple[str, str], ...]
    """Moment and what happened, in order."""


def agreement(
    title: str,
    *,
    parties: tuple[str, ...],
    articles: tuple[tuple[str, tuple[str, ...]], ...],
    place: str,
    dated: date,
    blocks: tuple[tuple[str, str], tuple[str, str]],
    header: str = "",
) -> bytes:
    """An agreement: title, parties, articles (heading and sentences), and the signature blocks of both parties.

    `blocks` are the words above each signature and the name below it.
    """
    sheet = Sheet(title, font="Helvetica", bold="Helvetica-Bold", size=10.5, producer="Personeelsadministratie")
    if header:
        sheet.line(header, size=8, colour="#666666").rule().down(26)
    sheet.line(title, size=15, bold=True, after=18)
    sheet.line("De ondergetekenden:", after=8)
    for index, party in enumerate(parties):
        sheet.paragraph(party)
        if index < len(parties) - 1:
            sheet.line("en", after=8)
    sheet.line("komen het volgende overeen:", after=14)
    for number, (heading, sentences) in enumerate(articles, start=1):
        if sheet.y > 690:
            sheet.page()
        sheet.line(f"Artikel {number} {heading}", bold=True, after=5)
        for index, sentence in enumerate(sentences, start=1):
            sheet.paragraph(f"{number}.{index} {sentence}" if len(sentences) > 1 else sentence, after=4)
        sheet.down(8)
    _closing(sheet, place, dated, blocks)
    return sheet.pdf()


def _closing(sheet: Sheet, place: str, dated: date, blocks: tuple[tuple[str, str], tuple[str, str]]) -> None:
    if sheet.y > 640:
        sheet.page()
    sheet.down(6)
    sheet.line(f"Aldus overeengekomen en in tweevoud opgemaakt te {place} op {dutch_date(dated)}.", after=24)
    sheet.columns((LEFT, blocks[0][0]), (320, blocks[1][0]), after=64)
    sheet.rule(x=LEFT, right=LEFT + 180).rule(x=320, right=500).down(14)
    sheet.columns((LEFT, blocks[0][1]), (320, blocks[1][1]))


def audit_page(file: str, transaction: str, status: str, signers: tuple[AuditLine, ...]) -> bytes:
    """A signing service's page: who was asked, and what each did."""
    sheet = Sheet("Ondertekenbewijs", font="Helvetica", bold="Helvetica-Bold", size=9.5, producer="Tekenloket")
    sheet.block(0, 0, 596, 8, "#1d6b57")
    sheet.line("Ondertekenbewijs", size=17, bold=True, colour="#1d6b57", after=16)
    sheet.columns((LEFT, "Transactie:"), (170, transaction))
    sheet.columns((LEFT, "Bestand:"), (170, file))
    sheet.columns((LEFT, "Eindstatus:"), (170, status), after=22)
    for number, signer in enumerate(signers, start=1):
        sheet.line(f"Ondertekenaar {number}", bold=True, after=6)
        sheet.columns((LEFT, "Naam:"), (170, signer.name))
        sheet.columns((LEFT, "Rol:"), (170, signer.role))
        sheet.columns((LEFT, "E-mail:"), (170, signer.email))
        sheet.columns((LEFT, "Verificatie:"), (170, "e-mail en sms-code"), after=8)
        for moment, step in signer.steps:
            sheet.columns((LEFT, moment), (170, step))
        sheet.down(16)
    return sheet.pdf()
