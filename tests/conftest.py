"""What all tests share: golden files, rewritten with `pytest --update-golden` and then read as text."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ["DOSSIERCHECK_NO_CACHE"] = "1"  # no test reads what another, or this machine's user, has kept


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files with what is rendered now")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file in `golden/` beside the test."""
    folder = Path(request.path).parent / "golden"

    def compare(name: str, text: str) -> None:
        file = folder / name
        if request.config.getoption("--update-golden"):
            folder.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.read_text(encoding="utf-8") == text, f"{name} differs: look, then pytest --update-golden"

    return compare
