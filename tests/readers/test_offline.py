"""A worker has no network library, and pyHanko does without it."""

import subprocess
import sys

_LOADED = """
from dossiercheck.readers.offline import NoNetwork, go_offline
go_offline()
import aiohttp, sys
from dossiercheck.readers.seals.opening import open_reader
from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_signature
import pyhanko.sign.timestamps
assert aiohttp.ClientSession is NoNetwork
assert not any(name.startswith("aiohttp.") for name in sys.modules)
try:
    aiohttp.ClientSession()
except ConnectionError:
    print("offline")
"""


def test_pyhanko_loads_without_a_network_library() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "offline", done.stderr[-400:]
