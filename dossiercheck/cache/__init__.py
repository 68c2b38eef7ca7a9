"""Room: cache. Bytes by key, kept between runs in the user's own cache folder; what they mean, their owners know.

A key names everything that the bytes depend on. Whatever is wrong with the cache, it answers "not there": a run then
costs time, never a wrong answer.
"""

from dossiercheck.cache.code import code_fingerprint, surroundings
from dossiercheck.cache.folder import FOLDER_VARIABLE, OFF_VARIABLE, CacheRefused, cache_folder, is_switched_off
from dossiercheck.cache.store import Size, Store, key_of, open_store
from dossiercheck.cache.values import Codec, NotAValue, frozen

__all__ = [
    "FOLDER_VARIABLE",
    "OFF_VARIABLE",
    "CacheRefused",
    "Codec",
    "NotAValue",
    "Size",
    "Store",
    "cache_folder",
    "code_fingerprint",
    "frozen",
    "is_switched_off",
    "key_of",
    "open_store",
    "surroundings",
]
