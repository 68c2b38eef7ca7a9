"""The hostile set with the program's own limits: what each file costs, and what is said of it.

python tests/bench/hostile.py
"""

import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from dossiercheck.intake import loose_file
from dossiercheck.readers import ReadSettings, Unread, read_files
from tests import hostile
from tests.hostile import pdfs


def main() -> None:
    pdfs.MIB = 1500
    settings = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC), jobs=1)
    with tempfile.TemporaryDirectory() as folder:
        for name, data in hostile.contents().items():
            path = Path(folder) / name
            path.write_bytes(data)
            started = time.perf_counter()
            ((_, reading),) = read_files((loose_file(path),), settings)
            seconds = time.perf_counter() - started
            content = reading.content
            said = getattr(content, "say", "") or type(content).__name__
            values = dict(content.values) if isinstance(content, Unread) else ""
            print(f"{seconds:6.2f} s  {name:34} {said} {values}", flush=True)


if __name__ == "__main__":
    main()
