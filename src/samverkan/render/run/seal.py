"""A seal that only this user's program can put on what it says: a hash with a key that the user alone can read."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from samverkan.errors import ReadWriteError
from samverkan.source.opening import UnreadableError, read_file
from samverkan.source.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FILE = "key"
_LENGTH = 32

Said = TypeVar("Said", dict[str, str], dict[str, Any])


@dataclass(frozen=True)
class Seal:
    """What seals are made with.

    Attributes:
        key: known to this user alone; empty where none can be kept, and then nothing is sealed.
    """

    key: bytes

    def put_on(self, said: Said, about: str) -> Said:
        """Put the seal on what is said about something, under the name `seal`."""
        return {**said, "seal": self._of(said, about)} if self.key else said

    def is_on(self, said: Mapping[str, Any], about: str) -> bool:
        """Tell whether what is said about something bears the seal."""
        found = said.get("seal")
        if not self.key or not isinstance(found, str):
            return False
        try:
            return hmac.compare_digest(found.encode("utf-8", "replace"), self._of(said, about).encode())
        except RecursionError:  # what is nested that deep was not written by us
            return False

    def _of(self, said: Mapping[str, Any], about: str) -> str:
        sealed = json.dumps([about, {name: value for name, value in said.items() if name != "seal"}], sort_keys=True)
        return hmac.new(self.key, sealed.encode(), hashlib.sha256).hexdigest()


NO_SEAL = Seal(b"")


def own_seal(folder: Path | None, *, make: bool) -> Seal:
    """Find this user's seal.

    Args:
        folder: where the program keeps what is this user's own; None where there is no such place.
        make: whether to make a key where there is none yet.
    """
    if folder is None:
        return NO_SEAL
    try:
        key = read_file(folder / _FILE, folder, _LENGTH)
    except UnreadableError:
        key = b""
    if len(key) == _LENGTH:
        return Seal(key)
    if not make:
        return NO_SEAL
    key = secrets.token_bytes(_LENGTH)
    try:
        write_whole(folder / _FILE, key, mode=0o600)
    except ReadWriteError:
        return NO_SEAL
    return Seal(key)
