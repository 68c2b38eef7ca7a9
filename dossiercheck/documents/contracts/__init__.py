"""Helpers of the contract recogniser, one idea a file; `documents/contract.py` is the door."""
