"""Make folders of documents to measure: the same files each time, as municipalities' own would be.

    python benchmarks/workspaces.py FOLDER 3000 [--one] [--faulty 5]

Each municipality of the register has an agreement, situation pictures, a cause analysis, plans, a promise and
follow-ups that refer to each other: those of `examples/exempelkommun`, told of another place in other words. Where
there are more documents than municipalities have, the years move on. A share have mistakes of those that people make.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.gather import read_one
from samverkan.municipalities import register
from samverkan.source.files import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

EXAMPLES = Path(__file__).parents[1] / "examples"
EXAMPLE = EXAMPLES / "exempelkommun"
SETTINGS = "samverkan.yaml"
_STEMS = (
    *("overenskommelse", "lagesbild", "orsaksanalys", "atgardsplan"),
    *("medborgarlofte", "kommunikationsplan", "uppfoljning"),
)
"""How the example's files begin: what others refer to first, so that nothing they need is cut off at the end."""
_ID = re.compile(rf"\b({'|'.join(_STEMS)})-20\d\d\b")
_FINGERPRINT = re.compile(r"(- document: (\S+)\n    fingerprint: )\S+")
_SIGNED = re.compile(r"^(  fingerprint: )\S+", re.MULTILINE)
_WORDS = (
    ("Stationstorget", "Järntorget", "Rådhustorget", "Fiskartorget", "Nygatan"),
    ("resecentrum", "busstorget", "tågstationen", "hamnområdet", "simhallen"),
    ("Ekbacken", "Lunden", "Sjövallen", "Kvarnberget", "Lillängen"),
    ("tryggare", "lugnare", "mer trivsamt", "mindre otryggt", "bättre upplyst"),
)
"""Words of the example, each with others that can stand there: texts are not to be alike in all municipalities."""


@dataclass(frozen=True)
class Made:
    """A document that has been made: the name of its file, and its text."""

    name: str
    text: str


def _wrong_reference(text: str) -> str:
    return re.sub(r"^(agreement: \S+)$", r"\1-bilaga", text, flags=re.MULTILINE)


def _misspelt_key(text: str) -> str:
    return text.replace("\ntitle:", "\ntitel:", 1)


def _impossible_day(text: str) -> str:
    return re.sub(r"\b(20\d\d)-\d\d-\d\d\b", r"\1-02-30", text, count=1)


def _without_value(text: str) -> str:
    return re.sub(r"^(title:).*$", r"\1", text, count=1, flags=re.MULTILINE)


def _open_quotes(text: str) -> str:
    return text.replace("\ntitle: ", '\ntitle: "', 1)


def _same_id_twice(text: str) -> str:
    ids = re.findall(r"\bid: ([^\s,}]+)", text)
    return text.replace(f"id: {ids[2]}", f"id: {ids[1]}", 1) if len(ids) > 2 else text  # noqa: PLR2004 - two to mix up


def _identity_number(text: str) -> str:
    return re.sub(r"^(title: .*)$", r"\1 för 121212-1212", text, count=1, flags=re.MULTILINE)


_SLIPS: tuple[Callable[[str], str], ...] = (
    _wrong_reference,
    _misspelt_key,
    _impossible_day,
    _without_value,
    _same_id_twice,
    _identity_number,
    _open_quotes,
)


def write(folder: Path, count: int, *, in_one: bool = False, faulty: int = 0, all_yaml: bool = False) -> Path:
    """Write documents.

    Args:
        folder: where; it is made.
        count: how many documents.
        in_one: in one large workspace, rather than in one for each municipality.
        faulty: how many in a hundred have a mistake.
        all_yaml: let no mistake be such that a file is no YAML, where some programs stop.

    Returns:
        The folder.
    """
    folder.mkdir(parents=True)
    if in_one:
        _write_settings(folder)
    number = 0
    for where, documents in islice(_municipalities(in_one=in_one), count):
        home = folder if in_one else folder / where
        for made in documents[: count - number]:
            if not home.exists():
                home.mkdir()
                _write_settings(home)
            (home / made.name).write_text(
                _slip(made.text, number, faulty, _SLIPS[:-1] if all_yaml else _SLIPS), encoding="utf-8"
            )
            number += 1
        if number == count:
            break
    return folder


def _write_settings(folder: Path) -> None:
    (folder / SETTINGS).write_text("samverkan: 1\nkind: workspace\ntitle: Påhittade dokument\n", encoding="utf-8")


def _slip(text: str, number: int, faulty: int, slips: Sequence[Callable[[str], str]]) -> str:
    """Give a text with a mistake, in as many of a hundred as are to have one, spread over all kinds of documents."""
    if number * 37 % 100 >= faulty:
        return text
    return slips[number % len(slips)](text)


def _municipalities(*, in_one: bool) -> Iterator[tuple[str, list[Made]]]:
    """Give the documents of one municipality after the other, without end: after the last the first, years later."""
    files = [path for stem in _STEMS for path in sorted(EXAMPLE.glob(f"{stem}-*.yaml"))]
    example = [(path.stem, path.read_text(encoding="utf-8")) for path in files]
    turn = 0
    while True:
        for place, (code, municipality) in enumerate(register().items()):
            slug = f"{code}-{turn}"
            ending = f"-{slug}" if in_one else ""
            yield slug, _told_of(example, code, municipality.name, place + turn, ending)
        turn += 1


def _told_of(example: list[tuple[str, str]], code: str, name: str, variant: int, ending: str) -> list[Made]:
    """Tell the documents of the example of another municipality, and let follow-ups know the fingerprints."""
    told = {}
    for stem, text in example:
        changed = _ID.sub(rf"\g<0>{ending}", text.replace("Exempelby", name).replace('"9901"', f'"{code}"'))
        for number, (first, *others) in enumerate(_WORDS):
            word = [first, *others][(variant * (number + 3) + variant // 5) % (len(others) + 1)]
            changed = re.sub(rf"(?<![-\w]){first}(?![-\w])", word, changed)
        told[stem + ending] = changed
    prints: dict[str, str] = {}

    def known(met: re.Match[str]) -> str:
        if met[2] not in prints:
            prints[met[2]] = _fingerprint(told[met[2]])
        return met[1] + prints[met[2]]

    for stem, text in told.items():
        if _SIGNED.search(text):
            prints[stem] = _fingerprint(text)
            told[stem] = _SIGNED.sub(rf"\g<1>{prints[stem]}", text)
    return [Made(f"{stem}.yaml", _FINGERPRINT.sub(known, text)) for stem, text in told.items()]


def _fingerprint(text: str) -> str:
    raw = text.encode()
    document, _ = read_one(SourceFile(Path("made.yaml"), "made.yaml", named=True, content=raw), raw)
    if document is None:
        message = "what is made cannot be read"
        raise ValueError(message)
    return document.fingerprint


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("count", type=int)
    asked.add_argument("--one", action="store_true", help="one large workspace")
    asked.add_argument("--faulty", type=int, default=5, help="how many in a hundred have a mistake")
    given = asked.parse_args()
    write(given.folder, given.count, in_one=given.one, faulty=given.faulty)


if __name__ == "__main__":
    main()
