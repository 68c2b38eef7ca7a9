"""What stops a run. Bad content of a dossier never does: that becomes a finding."""


class DossiercheckError(Exception):
    """A mistake of the operator (command, configuration): nothing is judged. The text says what to do.

    The sentence is given in both languages, because the language is known only at the command line.
    """

    exit_code = 2

    def __init__(self, *, nl: str, en: str) -> None:
        super().__init__(en)
        self.nl = nl
        self.en = en

    def sentence(self, lang: str) -> str:
        return self.nl if lang == "nl" else self.en


class DossierNotFound(DossiercheckError):
    """The folder or file to check is not there, is empty, or cannot be opened."""


class RequirementSetError(DossiercheckError):
    """A requirement set is unknown or its YAML is wrong."""


class TrustError(DossiercheckError):
    """A file given as a trust anchor or trusted list cannot be used."""


class OutputError(DossiercheckError):
    """A report cannot be written where it was asked for."""


class DeskFileError(DossiercheckError):
    """A reviewer's file of waivers or decisions cannot be read or written."""


class CommandError(DossiercheckError):
    """An option of the command line holds what it cannot hold."""
