"""Ctrl-C while a module is loaded strikes when it is loaded, and leaves the exit status alone."""

import subprocess
import sys
from pathlib import Path

import pytest

_LOADED = """
import os, signal
exec("os.kill(os.getpid(), signal.SIGINT)")
done = True
"""
_RUN = """
import sys, threading
from dossiercheck.cli.interrupts import wait_while_loading
wait_while_loading()
try:
    import struck
    assert struck.done
    threading.Event().wait(20)
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_an_interrupt_waits_until_a_module_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "struck.py").write_text(_LOADED)
    done = subprocess.run([sys.executable, "-c", _RUN], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "")
