"""An agreement: the successor of one that there is, or the first, with what only the parties know left empty."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from samverkan.drafts.basis import data_of
from samverkan.drafts.sheet import BLANK, Draft, Noted, sheet
from samverkan.model.agreement import Agreement
from samverkan.words import drafts as said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.drafts.basis import Basis
    from samverkan.drafts.sheet import Value
    from samverkan.words.sentence import Language

_OF_THE_OLD = frozenset(
    {"samverkan", "kind", "id", "title", "language", "status", "validity", "supersedes", "extends", "date", "decisions"}
) | {"signatures", "published", "provenance", "closed", "serves_as", "ordinal"}
_TO_SET = frozenset({"deadline", "measured", "first_by"})
_PAST = frozenset({"dates", "case_number", "consult_by", "notice_by", "extended"})
_TIME = frozenset({"from", "until", "length", "text", "note"})
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class FirstAgreement:
    """What is asked before a first agreement is written.

    Attributes:
        municipalities: code and legal name of each.
        police: the name of the police area.
        start: the first year, month or day of validity, as written.
        end: the last one.
        areas: the titles of the focus areas.
        cadence: how often it is followed up, as written.
    """

    municipalities: tuple[tuple[str, str], ...]
    police: str
    start: str
    end: str
    areas: tuple[str, ...]
    cadence: str

    @property
    def id(self) -> str:
        """The agreement's id, which is its file's name too."""
        return f"{said.FILE_NAMES['agreement'].sv}-{self.start[:4]}"


def first_agreement(asked: FirstAgreement, reader: Language) -> Draft:
    """Write a first agreement, with what only the parties know left empty.

    Args:
        asked: what is known.
        reader: the language of comments; the agreement itself is in Swedish, the language of those who make it.
    """
    own = _party_ids(asked)
    names = [name for _, name in asked.municipalities]
    title = said.TITLES["agreement"].with_fields(names=said.all_of([*names, asked.police], "sv")).say("sv")
    parties: list[Value] = [
        {"id": party, "type": "municipality", "code": code, "name": name}
        for party, (code, name) in zip(own, asked.municipalities, strict=True)
    ]
    council: Value = {"id": "rådet", "name": BLANK, "level": "strategic", "chair": BLANK}
    by = own[0] if len(own) == 1 else "municipalities"
    data: dict[str, Value] = {
        "samverkan": "1",
        "kind": "agreement",
        "id": asked.id,
        "title": title,
        "status": Noted("draft", said.DRAFT_STATUS.say(reader)),
        "parties": [*parties, {"id": "polisen", "type": "police", "name": asked.police}],
        "validity": {"from": asked.start, "until": asked.end},
        "purposes": [BLANK],
        "forums": Noted([council], said.COUNCIL.say(reader)),
        "focus_areas": list(_areas(asked.areas)),
        "commitments": Noted(
            [{"id": "samordnare", "by": by, "theme": "coordination", "text": BLANK}], said.COORDINATION.say(reader)
        ),
        "planned_documents": Noted(_planned(by), said.PLANNED.say(reader)),
        "follow_up": {"cadence": asked.cadence},
    }
    return Draft(asked.id, sheet(Agreement, data, said.DRAFT_HEAD.say(reader), reader))


def _planned(by: str) -> list[Value]:
    return [
        {"kind": "situation-picture", "by": by, "cadence": "every-2-years"},
        {"kind": "cause-analysis", "by": by},
        {"kind": "action-plan", "by": by},
    ]


def _party_ids(asked: FirstAgreement) -> list[str]:
    if len(asked.municipalities) == 1:
        return ["kommunen"]
    return list(_ids([re.sub(r"\b(kommun|stad|region)\b", "", name.casefold()) for _, name in asked.municipalities]))


def _areas(titles: tuple[str, ...]) -> Iterator[Value]:
    for name, title in zip(_ids(titles, taken=("rådet", "samordnare", "kommunen", "polisen")), titles, strict=True):
        goals: list[Value] = [{"id": f"{name}-mål", "text": BLANK}]
        yield {"id": name, "title": title, "text": BLANK, "goals": goals}


def _ids(titles: tuple[str, ...] | list[str], taken: tuple[str, ...] = ()) -> Iterator[str]:
    """Make an id of each title, no two of them alike."""
    used = set(taken)
    for title in titles:
        words = re.sub("[^a-zåäö0-9]+", "-", title.casefold())[:_LONGEST_NAME].strip("-") or "område"
        name, number = words, 1
        while name in used:
            number += 1
            name = f"{words}-{number}"
        used |= {name, f"{name}-mål"}
        yield name


def new_agreement(basis: Basis) -> Draft:
    """Write the agreement that is to succeed another one: its text, with other dates, and not signed.

    Args:
        basis: what there is; the agreement is the one to succeed, and could be read whole.
    """
    old = basis.agreement
    before = data_of(old)
    succeeding = replace(basis, earlier=old)
    body: dict[str, Value] = {}
    for key, value in before.items():
        if key == "validity":
            body |= {"validity": _validity(basis, value), **succeeding.supersedes()}
        elif key not in _OF_THE_OLD:
            body[key] = renewed(value)
    for key in ("purposes", "focus_areas"):  # what the act asks of every agreement
        body.setdefault(key, [BLANK])
    title = old.title if old else ""
    return succeeding.draft(body, said.NO_LONGER.with_fields(title=title).say(basis.notes))


def renewed(value: Any) -> Any:
    """Give a part of the old agreement for the new one: days that are over are left out, last days to be set anew."""
    if isinstance(value, list):
        return [renewed(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: BLANK if key in _TO_SET else renewed(inner) for key, inner in value.items() if key not in _PAST}
    return {key: inner for key, inner in kept.items() if inner != {}}


def _validity(basis: Basis, written: Any) -> Mapping[str, Value]:
    """Give the time that follows on the old one: as long where that was whole years, else to be filled in."""
    terms = renewed(written) if isinstance(written, dict) else {}
    rest = {key: value for key, value in terms.items() if key not in _TIME}
    match basis.agreement.period if basis.agreement else (None, None):
        case (date(month=1, day=1) as start, date(month=12, day=31) as end):
            return {"from": str(basis.year), "until": str(basis.year + end.year - start.year), **rest}
    return {"from": BLANK, "until": BLANK, **rest}
