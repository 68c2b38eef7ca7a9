"""Whole reports as they are read, in both languages; rewritten with `pytest --update-golden`."""

import pytest

from dossiercheck.reports import render, render_inspect
from tests.reports import invented


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", ["complete", "incomplete", "many"])
def test_console(golden, name, width, lang):
    report = getattr(invented, name)()
    golden(f"{name}-{width}.{lang}.txt", render(report, "console", lang=lang, width=width))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_verbose(golden, lang):
    golden(f"incomplete-verbose.{lang}.txt", render(invented.incomplete(), "console", lang=lang, verbose=True))


def test_ascii(golden):
    text = render(invented.incomplete(), "console", lang="nl", width=80, encoding="ascii")
    assert text.isascii()
    golden("incomplete-ascii.nl.txt", text)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_json(golden, lang):
    golden(f"incomplete.{lang}.json", render(invented.incomplete(), "json", lang=lang))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_inspect(golden, lang):
    golden(f"inspect.{lang}.txt", render_inspect(invented.DOCUMENTS, "console", lang=lang, width=80, verbose=True))
    golden(f"inspect.{lang}.json", render_inspect(invented.DOCUMENTS, "json", lang=lang))
