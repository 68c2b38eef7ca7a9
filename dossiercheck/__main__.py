"""`python -m dossiercheck`."""

from dossiercheck.cli import main

if __name__ == "__main__":
    main()
