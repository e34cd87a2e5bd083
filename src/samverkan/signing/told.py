"""What is asked and told of signatures, without the libraries that read and write them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


class SigningRefusedError(Exception):
    """A PDF cannot be signed so; its arguments are the name of the sentence that says why, and its fields."""

    def __init__(self, sentence: str, **fields: str) -> None:
        super().__init__(sentence)
        self.sentence, self.fields = sentence, fields


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate with its key, as PKCS#12 holds them, and the password that opens it; None for none."""

    content: bytes
    password: bytes | None


class Shown(NamedTuple):
    """What a signature shows: words with `{name}` where the name of the certificate is to stand, and the time it is."""

    words: str
    now: datetime


class Signed(NamedTuple):
    """A signed PDF, and the name in the certificate that signed it."""

    content: bytes
    name: str


class State(Enum):
    """What has become of a PDF since it was signed."""

    WHOLE = "whole"
    SIGNED_SINCE = "signed-since"
    CHANGED = "changed"
    BROKEN = "broken"


class Trust(Enum):
    """Whether a certificate leads to one that the reader trusts, and if not, why."""

    TRUSTED = "trusted"
    UNKNOWN_ISSUER = "unknown-issuer"
    NOT_IN_FORCE = "not-in-force"
    UNFIT = "unfit"
    NOT_TRIED = "not-tried"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature.

    Attributes:
        field: the name of its field.
        name: who signed, as the certificate says.
        organisation: theirs, likewise; empty where it says none.
        issuer: who issued the certificate.
        time: when, as the timestamp or else the signer's own clock says; None where neither does.
        is_timestamped: whether a timestamp says so.
        state: what has become of the PDF since.
        trust: whether the certificate leads to one that the reader trusts and holds, or why not.
        holds: the first and the last moment at which the certificate holds.
    """

    field: str
    name: str
    organisation: str
    issuer: str
    time: datetime | None
    is_timestamped: bool
    state: State
    trust: Trust
    holds: tuple[datetime, datetime]

    @property
    def is_trusted(self) -> bool:
        """Whether the certificate leads to one that the reader trusts, and holds."""
        return self.trust is Trust.TRUSTED

    @property
    def is_whole(self) -> bool:
        """Whether nothing has changed since but for further signatures."""
        return self.state in {State.WHOLE, State.SIGNED_SINCE}

    def is_out_of_time(self, moment: datetime) -> bool:
        """Tell whether the certificate did not hold when it was used, or may not have: it has run out since.

        Args:
            moment: now.
        """
        first, last = self.holds
        was_in_time = self.time is None or first <= self.time <= last
        return not was_in_time or (not self.is_timestamped and moment > last)
