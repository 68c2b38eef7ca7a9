"""The house's own rules: imports point one way, doors are used, heavy libraries wait, no sentence is missing."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import dossiercheck

HOUSE = Path(dossiercheck.__file__).parent

# From the cellar to the roof: a room may import its own floor's lower rooms and everything below.
FLOORS = [
    {"errors", "__init__"},
    {"cache", "patterns"},
    {"facts", "dates"},
    {"findings"},
    {"intake", "trust"},
    {"readers"},
    {"documents"},
    {"people"},
    {"checks"},
    {"tender"},
    {"desk"},
    {"account", "actions", "options", "outlook"},
    {"remarks"},
    {"reports"},
    {"fresh"},
    {"judgement"},
    {"pictures"},
    {"pipeline"},
    {"batch"},
    {"output", "progress"},
    {"cli"},
    {"__main__"},
]
REPORTS_MAY_SEE = {"facts", "findings", "errors", "desk", "reports", "__init__"}
WHO_MAY_IMPORT = {
    "pypdf": {"readers"},
    "pypdfium2": {"readers"},
    "openpyxl": {"readers", "reports", "fresh"},
    "pyhanko": {"readers", "trust"},
    "pyhanko_certvalidator": {"readers", "trust"},
    "asn1crypto": {"readers", "trust"},
    "cryptography": {"readers", "trust"},
    "typer": {"cli", "__main__"},
    "pydantic": {"checks", "tender"},
    "rich": {"reports"},
}


def modules():
    for path in sorted(HOUSE.rglob("*.py")):
        parts = path.relative_to(HOUSE).with_suffix("").parts
        yield path, parts, ast.parse(path.read_text("utf-8"))


def imports_of(tree):
    """Names of modules imported anywhere in a file, those for type checkers only left out."""
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            skipped |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def floor_of(room):
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def test_imports_point_down():
    wrong = []
    for path, parts, tree in modules():
        room = parts[0]
        for name in imports_of(tree):
            target = name.split(".")
            if target[0] != "dossiercheck" or len(target) == 1 or target[1] == room:
                continue
            if floor_of(target[1]) >= floor_of(room):
                wrong.append(f"{path.relative_to(HOUSE)} imports {name}")
            if room == "reports" and target[1] not in REPORTS_MAY_SEE:
                wrong.append(f"{path.relative_to(HOUSE)} (reports) imports {name}")
    assert not wrong, "\n".join(wrong)


def test_every_module_has_its_floor():
    rooms = {parts[0] for _, parts, _ in modules()}
    assert rooms <= set().union(*FLOORS), rooms - set().union(*FLOORS)


def test_rooms_are_entered_by_the_door():
    """Nobody reaches past a room's `__init__`, but for the value types that rooms exchange."""
    open_rooms = {"model", "content", "statement"}
    wrong = []
    for path, parts, tree in modules():
        for name in imports_of(tree):
            target = name.split(".")
            if (
                target[0] == "dossiercheck"
                and len(target) > 2
                and target[1] != parts[0]
                and target[2] not in open_rooms
            ):
                wrong.append(f"{path.relative_to(HOUSE)} imports {name}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("room", ["reports", "checks"])
def test_kinds_and_formats_do_not_import_each_other(room):
    """A check kind or format may use the room's shared files, never a sibling kind."""
    kinds = {
        "reports": {"console", "json", "html", "xlsx", "csv", "markdown"},
        "checks": {"vog", "contract", "diploma", "personnel", "sample", "provider", "files"},
    }[room]
    wrong = []
    for path, parts, tree in modules():
        if parts[0] != room or len(parts) < 2 or parts[1] not in kinds:
            continue
        for name in imports_of(tree):
            target = name.split(".")
            if target[:2] == ["dossiercheck", room] and len(target) > 2 and target[2] in kinds - {parts[1]}:
                wrong.append(f"{path.relative_to(HOUSE)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_libraries_stay_in_their_rooms():
    wrong = []
    for path, parts, tree in modules():
        for name in imports_of(tree):
            rooms = WHO_MAY_IMPORT.get(name.split(".")[0])
            if rooms is not None and parts[0] not in rooms:
                wrong.append(f"{path.relative_to(HOUSE)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_starting_loads_nothing_heavy():
    code = (
        "import sys\n"
        "sys.argv = ['dossiercheck', '--version']\n"
        "from dossiercheck.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'openpyxl', 'pypdf', 'pypdfium2', 'pyhanko', 'numpy', 'yaml', 'PIL'} & set(sys.modules)\n"
        "print(sorted(heavy))\n"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.splitlines() == [f"dossiercheck {dossiercheck.__version__}", "[]"]


def test_workers_start_reading_before_the_rooms_above_them_are_loaded():
    code = (
        "import sys\n"
        "import dossiercheck.cli.judge, dossiercheck.output, dossiercheck.pipeline\n"
        "from dossiercheck.readers import ReaderPool\n"
        "def start(self, files):\n"
        "    above = {'documents', 'people', 'checks', 'tender', 'desk', 'judgement'}\n"
        "    print(sorted(room for room in above if f'dossiercheck.{room}' in sys.modules))\n"
        "    raise SystemExit\n"
        "ReaderPool.start = start\n"
        "from dossiercheck.cli import main\n"
        "sys.argv = ['dossiercheck', 'check', sys.argv[1], '--requirements', 'twente-personnel']\n"
        "main()\n"
    )
    sample = HOUSE.parent / "sample_dossiers" / "clean"
    printed = subprocess.run([sys.executable, "-c", code, str(sample)], capture_output=True, text=True).stdout
    assert printed.strip() == "[]"


def test_only_the_command_line_asks_what_day_it_is():
    wrong = [
        str(path.relative_to(HOUSE))
        for path, parts, tree in modules()
        if parts[0] != "cli"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("today", "now", "utcnow")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("date", "datetime")
    ]
    assert not wrong, wrong


def wording(lang):
    """All sentences of a language; a key that stands in two files would hide one of them."""
    sections = {}
    for path in sorted((HOUSE / "reports" / "wording" / lang).glob("*.yaml")):
        for section, entries in yaml.safe_load(path.read_text("utf-8")).items():
            there = sections.setdefault(section, {})
            assert not there.keys() & entries.keys(), (path.name, section, there.keys() & entries.keys())
            there.update(entries)
    return sections


def test_both_languages_have_the_same_sentences():
    nl, en = wording("nl"), wording("en")
    assert set(nl) == set(en)
    for section in nl:
        assert set(nl[section]) == set(en[section]), section


KEY_CALLS = {"of", "finding", "Judgement", "SealJudgement", "Unread", "NotADocument", "Unrecognised", "Unreadable"}


def keys_in_code():
    """Every sentence key that stands as a literal where sentence keys stand."""
    for path, parts, tree in modules():
        if parts[0] in ("reports", "cli", "tender"):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "say" and isinstance(node.value, ast.Constant):
                yield path, node.value.value
            elif isinstance(node, ast.Assign):
                yield from ((path, key) for key in _assigned_keys(node))


def _assigned_keys(node):
    for target in node.targets:
        names = target.elts if isinstance(target, ast.Tuple) else [target]
        values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        for name, value in zip(names, values, strict=False):
            if isinstance(name, ast.Name) and name.id == "say" and isinstance(value, ast.Constant):
                yield value.value


def positional_keys():
    for path, parts, tree in modules():
        if parts[0] != "checks":
            continue
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("of", "finding")
            ):
                index = 2 if node.func.attr == "of" else 1
                if len(node.args) > index and isinstance(node.args[index], ast.Constant):
                    yield path, node.args[index].value


def test_every_sentence_key_has_its_sentence():
    sentences = wording("nl")["sentences"]
    missing = {(path.name, key) for path, key in (*keys_in_code(), *positional_keys()) if key not in sentences}
    assert not missing, "\n".join(f"{file}: {key}" for file, key in sorted(missing))


def test_every_fact_has_a_name_for_people():
    """`FactView(name="...")` and the small helpers of the recognisers that make one."""
    call = re.compile(r"""\b(?:view|signed|fact)\("([a-z_]+)"|FactView\(name="([a-z_]+)\"""")
    names = {
        first or second
        for path in (HOUSE / "documents").rglob("*.py")
        for first, second in call.findall(path.read_text("utf-8"))
    }
    assert len(names) > 20 and names <= set(wording("nl")["facts"]), names - set(wording("nl")["facts"])


def test_files_stay_small():
    long = {
        str(path.relative_to(HOUSE)): lines
        for path, _, _ in modules()
        if (lines := len(path.read_text("utf-8").splitlines())) > 360
    }
    assert not long, long
