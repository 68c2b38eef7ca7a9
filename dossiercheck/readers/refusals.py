"""Readings of files that are not given to a reader: intake saw already what is wrong with them."""

import hashlib
import os

from dossiercheck.findings import Reason
from dossiercheck.intake import DEFAULT_LIMITS, DossierFile, FileProblem
from dossiercheck.readers.content import Content, NotADocument, Reading, Unread
from dossiercheck.readers.opening import open_regular

_NOT_DOCUMENTS = (FileProblem.JUNK, FileProblem.EMPTY, FileProblem.LINK_TO_FOLDER, FileProblem.ARCHIVE_OPENED)
_UNSAFE = (
    FileProblem.TOO_LARGE,
    FileProblem.SPECIAL,
    FileProblem.LINK_OUTSIDE,
    FileProblem.ARCHIVE_TOO_MUCH,
    FileProblem.ZIP_ENTRY_BOMB,
    FileProblem.ZIP_ENTRY_UNSAFE_PATH,
)
_HASHED = (FileProblem.JUNK, FileProblem.EMPTY, FileProblem.ARCHIVE_OPENED)


def reading_of_problem(file: DossierFile) -> Reading:
    """The reading of a file with a problem. The sentence key is the problem's own."""
    assert file.problem is not None
    say = file.problem.value
    content: Content
    if file.problem in _NOT_DOCUMENTS:
        content = NotADocument(say=say)
    elif file.problem in _UNSAFE:
        values = {"limit_mib": DEFAULT_LIMITS.file_bytes // 2**20, "mib": file.size // 2**20}
        content = Unread(reason=Reason.UNSAFE_FILE, say=say, values=values)
    else:
        content = Unread(reason=Reason.UNREADABLE, say=say)
    return Reading(sha256=fingerprint(file) if file.problem in _HASHED else "", size=file.size, content=content)


def fingerprint(file: DossierFile) -> str:
    """SHA-256 of the file; empty when it cannot be read (any more) or is larger than may be read."""
    try:
        with open_regular(file.source) as opened:
            if os.fstat(opened.fileno()).st_size > DEFAULT_LIMITS.file_bytes:
                return ""
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""
