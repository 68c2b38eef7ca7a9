"""Text files: how bytes become text, and when text is a table."""

import pytest

from dossiercheck.readers.content import NotADocument, TextContent, Unread, WorkbookContent
from dossiercheck.readers.settings import ReadLimits
from dossiercheck.readers.text import clean, column_letters, decode, read_text

LIMITS = ReadLimits()


def rows(data: bytes, *, as_table: bool = True, limits: ReadLimits = LIMITS) -> list[list[str]]:
    content = read_text(data, as_table=as_table, limits=limits)
    assert isinstance(content, WorkbookContent), content
    return [[cell.shown for cell in row.cells] for row in content.sheets[0].rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert decode("naïef café".encode(encoding)) == "naïef café"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(row) for row in (("Nr.", "Achternaam", "Functie"), ("007", "Wit", "begeleider")))
    assert rows(text.encode()) == [["Nr.", "Achternaam", "Functie"], ["007", "Wit", "begeleider"]]
    assert rows(text.encode(), as_table=False)[1][0] == "007"


@pytest.mark.parametrize("data", [b"nr\n3\n007\n", b"nr\r\n3\r\n007\r\n", b"nr\n3\n007"])
def test_one_column_is_a_table_when_the_name_says_so(data: bytes) -> None:
    assert rows(data) == [["nr"], ["3"], ["007"]]
    assert isinstance(read_text(data, as_table=False, limits=LIMITS), TextContent)


def test_cells_keep_their_row_and_column() -> None:
    content = read_text(b"a;b\n\n;c\n", as_table=True, limits=LIMITS)
    assert isinstance(content, WorkbookContent)
    assert [(cell.ref, cell.value) for row in content.sheets[0].rows for cell in row.cells] == [
        ("A1", "a"),
        ("B1", "b"),
        ("B3", "c"),
    ]


def test_quotes_hold_delimiters_and_line_ends() -> None:
    assert rows(b'Nr;Naam\n7;"Wit; de\n(Jan)"\n') == [["Nr", "Naam"], ["7", "Wit; de\n(Jan)"]]


def test_a_stated_delimiter_is_believed() -> None:
    assert rows(b"sep=,\na,b;c\n") == [["a", "b;c"]]


@pytest.mark.parametrize(
    "text",
    [
        "Beste lezer, dit is een brief, met komma's.\nEn nog een regel, zonder tabel, dus.\nGroet, Jan",
        "role: main\nproducts: [basis, plus]\n",
        "een regel",
    ],
)
def test_prose_and_yaml_are_no_tables(text: str) -> None:
    assert isinstance(read_text(text.encode(), as_table=False, limits=LIMITS), TextContent)


def test_limits() -> None:
    content = read_text(b"a;b\n" * 50, as_table=True, limits=ReadLimits(rows=10))
    assert isinstance(content, WorkbookContent)
    assert (len(content.sheets[0].rows), content.sheets[0].cut_off_at) == (10, 11)
    assert isinstance(read_text(b"a" * (5 * 2**20), as_table=True, limits=LIMITS), Unread)


def test_white_space_only_is_empty() -> None:
    assert read_text(b" \n\n", as_table=True, limits=LIMITS) == NotADocument(say="empty-file")


def test_an_unclosed_quote_ends_with_the_file() -> None:
    assert rows(b'a;b\n"c;d\n' + b"e;f\n" * 100)[0] == ["a", "b"]


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\u202eb", "ab"),
        ("a\x1b[31mb", "a[31mb"),
        ("\ufeffnr", "nr"),
        ("e\u0301", "é"),
        (" a\u00a0b ", "a b"),
        ("a\tb", "a\tb"),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_column_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters
