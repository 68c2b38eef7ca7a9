"""Contracts of one page with places to sign, in several layouts: what is printed, and where a pen would go.

The page is a PDF with a text layer; scans are pictures of it. Boxes are points from the upper left corner.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
Box = tuple[float, float, float, float]
NAMES = (
    "Joke van der Veen", "P. Hagedoorn", "Mevrouw S. Yilmaz", "Daan Terpstra", "L.M. de Wit", "R. Okafor",
    "A. Kowalczyk", "Femke Brons", "dhr. H. Mulderij", "Ilse Nijkamp", "T. van 't Hof", "Bram Scholten",
)  # fmt: skip
FIRMS = ("Zorggroep De Linde B.V.", "Stichting Het Anker", "Thuis Verder B.V.", "Stichting Samen Oost")
FONTS = (("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"), ("Courier", "Courier-Bold"))


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where one party signs."""

    sign: Box
    """The room for the signature; its lower side is the line, where there is one."""
    name: Box | None
    """Around the printed name."""
    dated: Box | None = None
    """Room for a date on a line of its own."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """A printed page and the places of employer and employee."""

    pdf: bytes
    employer: Place
    employee: Place


class Paper:
    """What the layouts draw on."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
        self.font, self.bold = rng.choice(FONTS[:2] if rng.random() < 0.85 else FONTS)
        self.size = rng.choice((9.5, 10, 10.5, 11))
        self.left = rng.uniform(54, 80)
        self.us, self.them = rng.choice(
            (("Werkgever", "Werknemer"), ("Werkgever", "Medewerker"), ("Opdrachtgever", "Opdrachtnemer"))
        )
        self.firm = rng.choice(FIRMS)
        self.director, self.person = rng.sample(NAMES, 2)
        self.y = 60.0

    def write(self, x: float, y: float, words: str, *, bold: bool = False, size: float = 0) -> Box:
        font = self.bold if bold else self.font
        size = size or self.size
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, words)
        return (x, y - size, x + self.canvas.stringWidth(words, font, size), y + 0.2 * size)

    def line(self, words: str, *, bold: bool = False, size: float = 0) -> None:
        self.write(self.left, self.y, words, bold=bold, size=size)
        self.y += (size or self.size) * 1.35

    def rule(self, x0: float, x1: float, y: float, *, width: float = 0.6, dots: bool = False) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.setDash([1, 2] if dots else [])
        self.canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)
        self.canvas.setDash([])

    def frame(self, box: Box) -> None:
        self.canvas.setLineWidth(0.7)
        self.canvas.rect(box[0], HEIGHT - box[3], box[2] - box[0], box[3] - box[1])

    def pdf(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()


def _body(paper: Paper) -> None:
    """The agreement above the signatures."""
    service = paper.us == "Opdrachtgever"
    us, them = paper.us.lower(), paper.them.lower()
    paper.line(
        "OVEREENKOMST VAN OPDRACHT" if service else "ARBEIDSOVEREENKOMST VOOR ONBEPAALDE TIJD", bold=True, size=14
    )
    paper.y += 10
    paper.line("De ondergetekenden:")
    paper.line(f"{paper.firm}, gevestigd te Almelo, vertegenwoordigd door {paper.director}, hierna: {us},")
    paper.line("en")
    paper.line(f"{paper.person}, geboren op 3 februari 1980 te Borne, hierna te noemen: {them},")
    paper.line("komen het volgende overeen:")
    paper.y += 8
    start = (
        "Opdrachtnemer verricht met ingang van 1 maart 2024 werkzaamheden"
        if service
        else f"De {them} treedt met ingang van 1 maart 2024 in dienst"
    )
    sentences = (
        ("Artikel 1 Begin", f"{start} als begeleider B."),
        ("Artikel 2 Duur", "Deze overeenkomst is aangegaan voor onbepaalde tijd."),
        ("Artikel 3 Omvang", "De omvang bedraagt 24 uur per week."),
        (
            "Artikel 4 Beloning",
            "Het tarief bedraagt € 55,00 per uur." if service else "Het salaris bedraagt € 2.950,00 bruto per maand.",
        ),
    )
    for heading, sentence in sentences:
        paper.line(heading, bold=True)
        paper.line(sentence)
        paper.y += 5
    paper.y += paper.rng.uniform(10, 60)
    paper.line("Aldus overeengekomen en in tweevoud opgemaakt te Almelo.")
    paper.y += paper.rng.uniform(14, 30)


Layout = Callable[[Paper], tuple[Place, Place]]


def ruled_columns(paper: Paper) -> tuple[Place, Place]:
    """Headings side by side, room, a line, the name below it."""
    room = paper.rng.uniform(46, 70)
    places = []
    for x, heading, name in _sides(paper):
        paper.write(x, paper.y, heading)
        line = paper.y + room
        paper.rule(x, x + 175, line)
        box = paper.write(x, line + 14, name)
        places.append(Place(sign=(x, paper.y + 6, x + 175, line), name=box))
    return places[0], places[1]


def dotted_columns(paper: Paper) -> tuple[Place, Place]:
    """Name above, a row of dots after `Handtekening`."""
    places = []
    for x, heading, name in _sides(paper):
        paper.write(x, paper.y, heading, bold=True)
        box = paper.write(x, paper.y + 18, name)
        label = paper.write(x, paper.y + 70, "Handtekening:")
        paper.write(label[2] + 4, paper.y + 70, "." * 38)
        places.append(Place(sign=(label[2] + 4, paper.y + 32, x + 205, paper.y + 71), name=box))
    return places[0], places[1]


def stacked(paper: Paper) -> tuple[Place, Place]:
    """One below the other: heading, name, date and signature lines."""
    places = []
    for heading, name in (
        (f"Voor akkoord {paper.us.lower()}:", paper.director),
        (f"Voor akkoord {paper.them.lower()}:", paper.person),
    ):
        x, y = paper.left, paper.y
        paper.write(x, y, heading, bold=True)
        paper.write(x, y + 18, "Naam:")
        box = paper.write(x + 90, y + 18, name)
        paper.write(x, y + 40, "Datum:")
        paper.rule(x + 90, x + 230, y + 42, dots=True)
        paper.write(x, y + 84, "Handtekening:")
        paper.rule(x + 90, x + 290, y + 86)
        dated = (x + 92, y + 26, x + 190, y + 41)
        places.append(Place(sign=(x + 95, y + 48, x + 285, y + 86), name=box, dated=dated))
        paper.y += 120
    return places[0], places[1]


def table(paper: Paper) -> tuple[Place, Place]:
    """A table with a tall cell to sign in."""
    x, y, wide, label = paper.left, paper.y - 12, 190.0, 90.0
    heights = (20, 20, 20, paper.rng.uniform(52, 72))
    places = []
    for column, heading, name in ((0, paper.us, paper.director), (1, paper.them, paper.person)):
        at = x + label + column * wide
        paper.write(at + 5, y + 14, heading, bold=True)
        box = paper.write(at + 5, y + 34, name)
        top = y + 60
        dated = (at + 8, top - 17, at + 100, top - 3)
        places.append(Place(sign=(at + 6, top + 4, at + wide - 6, top + heights[3] - 4), name=box, dated=dated))
    rows = ("", "Naam", "Datum", "Handtekening")
    at = y
    for words, high in zip(rows, heights, strict=True):
        paper.frame((x, at, x + label + 2 * wide, at + high))
        paper.write(x + 5, at + 14, words)
        at += high
    for line in (x + label, x + label + wide):
        paper.frame((line, y, line, at))
    return places[0], places[1]


def bare_columns(paper: Paper) -> tuple[Place, Place]:
    """Labels for place, date and signature, and no line at all."""
    places = []
    for x, heading, name in _sides(paper):
        paper.write(x, paper.y, heading)
        box = paper.write(x, paper.y + 16, f"Naam: {name}")
        paper.write(x, paper.y + 34, "Plaats:")
        paper.write(x, paper.y + 52, "Datum:")
        paper.write(x, paper.y + 74, "Handtekening:")
        dated = (x + 48, paper.y + 40, x + 130, paper.y + 54)
        places.append(Place(sign=(x + 8, paper.y + 80, x + 180, paper.y + 124), name=box, dated=dated))
    return places[0], places[1]


def boxed_columns(paper: Paper) -> tuple[Place, Place]:
    """A box under each heading, the name typed at its foot."""
    high = paper.rng.uniform(60, 84)
    places = []
    for x, heading, name in _sides(paper):
        paper.write(x, paper.y, f"Handtekening {heading[0].lower()}{heading[1:]}")
        paper.frame((x, paper.y + 6, x + 190, paper.y + 6 + high))
        box = paper.write(x + 5, paper.y + high - 2, name)
        places.append(Place(sign=(x + 8, paper.y + 10, x + 180, paper.y + high - 14), name=box))
    return places[0], places[1]


def underscores(paper: Paper) -> tuple[Place, Place]:
    """A typed row of underscores, name and role below."""
    places = []
    for x, heading, name in _sides(paper):
        paper.write(x, paper.y, heading + ",")
        paper.write(x, paper.y + 62, "_" * 30)
        box = paper.write(x, paper.y + 78, name)
        paper.write(x, paper.y + 92, "(handtekening)")
        places.append(Place(sign=(x, paper.y + 14, x + 165, paper.y + 62), name=box))
    return places[0], places[1]


def letter(paper: Paper) -> tuple[Place, Place]:
    """As a letter ends: the employer's name under a gap, the employee's agreement below that."""
    x, y = paper.left, paper.y
    paper.write(x, y, f"Namens {paper.us.lower()},")
    first = paper.write(x, y + 60, paper.director)
    paper.write(x, y + 73, "directeur")
    paper.write(x, y + 104, f"Voor akkoord, {paper.them.lower()}:")
    paper.rule(x, x + 200, y + 162, dots=True)
    second = paper.write(x, y + 176, paper.person)
    return (
        Place(sign=(x, y + 10, x + 170, y + 50), name=first),
        Place(sign=(x, y + 112, x + 190, y + 162), name=second),
    )


def _sides(paper: Paper) -> tuple[tuple[float, str, str], tuple[float, str, str]]:
    right = paper.left + paper.rng.uniform(235, 260)
    before = paper.rng.choice(("", "Namens "))
    us = f"{before}{paper.us.lower()}" if before else paper.us
    return (paper.left, us, paper.director), (right, paper.them, paper.person)


TRAIN: tuple[Layout, ...] = (ruled_columns, dotted_columns, stacked, table)
TEST: tuple[Layout, ...] = (
    ruled_columns, stacked, table, dotted_columns, bare_columns, boxed_columns, underscores, letter,
)  # fmt: skip


def drawn(layout: Layout, rng: random.Random) -> Form:
    """The printed page."""
    paper = Paper(rng)
    _body(paper)
    employer, employee = layout(paper)
    return Form(pdf=paper.pdf(), employer=employer, employee=employee)
