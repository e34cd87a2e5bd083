"""Bytes and files: what is no text, what cannot be opened, and names that other programs trip over."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tests.conftest import SMALL
from tests.reliability.case import DAY, VALIDATE, Case, finding, fine

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Outcome

TITLE = "Samverkansöverenskommelse"
DATED = SMALL.replace("validity: {from: 2024,", "validity: {from: 1/2 2024,")
BROKEN = {"a.yaml": SMALL, "b.yaml": "samverkan: 1\nkind: agreement\nid: b-2024\ntitel: B\n"}
"""One that is fine and one that has findings, which are to be told whatever else is wrong."""
WITHOUT_RIGHTS = 'exec setpriv --inh-caps=-all --bounding-set=-all -- "$@"' if os.geteuid() == 0 else 'exec "$@"'


def loop(folder: Path) -> None:
    (folder / "ring.yaml").symlink_to("ring.yaml")


def ways_out(folder: Path) -> None:
    (folder.parent / "ute").mkdir()
    (folder.parent / "ute" / "ute.yaml").write_text("titel: x\n", encoding="utf-8")
    (folder / "ute.yaml").symlink_to(folder.parent / "ute" / "ute.yaml")
    (folder / "mapp").symlink_to(folder.parent / "ute")
    (folder / "noll.yaml").symlink_to("/dev/zero")
    (folder / "upp").symlink_to("..")
    loop(folder)


def closed(folder: Path) -> None:
    (folder / "b.yaml").chmod(0)


def fifty_megabytes(folder: Path) -> None:
    with (folder / "stor.yaml").open("wb") as file:
        file.write(SMALL.encode())
        file.truncate(50_000_000)


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")


def two_names_of_one(folder: Path) -> None:
    (folder / "mål.yaml").write_text(SMALL, encoding="utf-8")
    os.link(folder / "mål.yaml", folder / "ma\u030al.yaml")


def names_that_are_no_text(folder: Path) -> None:
    with open(os.fsencode(folder) + b"/a\xff.yaml", "wb") as file:  # noqa: PTH123 - no text, so no Path
        file.write(b"samverkan: 1\n")


def changed(folder: Path) -> str:
    (folder / "a.yaml").write_text(DATED + "# av någon annan\n", encoding="utf-8")
    return "j\n"


def as_changed(folder: Path, _: Outcome) -> None:
    assert (folder / "a.yaml").read_text(encoding="utf-8") == DATED + "# av någon annan\n"


def line_ends_kept(folder: Path, _: Outcome) -> None:
    text = (folder / "a.yaml").read_bytes()
    assert text.count(b"\r\n") == text.count(b"\n") > 5
    assert "från" not in text.decode()
    assert b"2024-02-01" in text


def short(_: Path, ended: Outcome) -> None:
    assert len(ended.out) < 2000, "the whole line is printed"


def once(_: Path, ended: Outcome) -> None:
    assert ended.out.startswith("1 fil"), ended.out


def title_of(text: str) -> str:
    """Give the small agreement with something in its title."""
    return SMALL.replace("title: Sam", f"title: {text}Sam")


CASES = [
    finding("A01-empty-file", "", "empty-file", "1:1", findings=1),
    finding("A01-only-comments", "# hej\n\n# då\n", "empty-file", findings=1),
    finding("A01-only-a-marker", "---\n", "empty-file", findings=1),
    fine("A02-byte-order-mark", b"\xef\xbb\xbf" + SMALL.encode()),
    finding("A02-column-after-the-mark", b"\xef\xbb\xbf" + f"titel: x\n{SMALL}".encode(), "unknown-key", "1:1"),
    fine("A02-crlf", SMALL.replace("\n", "\r\n")),
    fine("A02-lone-cr", SMALL.replace("\n", "\r")),
    finding("A02-column-with-lone-cr", f"{SMALL}titel: x\n".replace("\n", "\r"), "unknown-key", "12:1"),
    *(
        finding(f"A02-{name}", title_of(f"å{char}"), "control-character", "4:9", said=(f"U+{ord(char):04X}",))
        for name, char in (("next-line", "\x85"), ("line-separator", "\u2028"), ("paragraph-separator", "\u2029"))
    ),
    Case(
        "A02-fix-keeps-line-ends",
        0,
        files={"a.yaml": DATED.replace("\n", "\r\n")},
        command="fix --yes",
        after=line_ends_kept,
    ),
    finding("A03-latin-1", SMALL.encode("latin-1"), "not-utf8", "4:18", said=("0xF6", "UTF-8")),
    finding("A03-windows-1252", title_of("–").encode("cp1252"), "not-utf8", "4:8", said=("0x96", "UTF-8")),
    finding("A04-utf-16", SMALL.encode("utf-16"), "not-utf8", "1:1", said=("UTF-16",)),
    finding("A04-utf-16-without-mark", SMALL.encode("utf-16-le"), "not-utf8", "1:2", said=("UTF-16",)),
    finding("A04-binary", bytes(range(256)) * 8, "not-utf8", "3:115"),
    finding("A04-word-file", b"PK\x03\x04\x14\xff\xfe", "not-utf8", said=("Word",)),
    finding("A04-pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "not-utf8", said=("PDF",)),
    *(
        finding(f"A05-{name}", title_of(f"å{char}"), "control-character", "4:9", said=(f"U+{ord(char):04X}",))
        for name, char in (("nul", "\0"), ("escape", "\x1b"), ("delete", "\x7f"), ("bell", "\a"), ("csi", "\x9b"))
    ),
    finding("A06-raw-surrogate", SMALL.encode() + b"x: \xed\xa0\x80\n", "not-utf8", "12:4"),
    finding("A06-escaped-surrogate", SMALL.replace("Otrygga platser", '"\\ud800"'), "control-character", "11:26"),
    Case(
        "A06-escaped-surrogate-as-json",
        1,
        ('"rule": "control-character"',),
        files={"a.yaml": SMALL.replace("Otrygga platser", '"\\udfff"')},
        command=f"{VALIDATE} --format json",
    ),
    Case(
        "A06-escaped-surrogate-is-no-part-of-a-fingerprint",
        1,
        ("kan inte läsas i sin helhet",),
        files={"a.yaml": SMALL.replace("Otrygga platser", '"\\udfff"')},
        command="fingerprint a.yaml",
    ),
    fine(
        "A06-a-character-in-two-halves-as-json-writes-it",
        title_of("").replace("title: Sam", 'title: "\\ud83d\\ude00" # '),
    ),
    finding(
        "A06-halves-of-no-character", SMALL.replace("Otrygga platser", '"\\ude00\\ud83d"'), "control-character", "11:26"
    ),
    Case(
        "A07-fifty-megabytes",
        1,
        ("[too-large]",),
        command=f"{VALIDATE} stor.yaml",
        prepare=fifty_megabytes,
        after=short,
    ),
    finding("A07-a-line-of-five-megabytes", SMALL + "x: [" + "å, " * 1_700_000, "too-large", after=short),
    finding("A07-a-long-line-is-cut", f"{SMALL}titel: {'å ' * 200_000}\n", "unknown-key", "12:1", after=short),
    Case("A08-empty-folder", 3, files={}),
    Case("A08-missing-path", 4, ("borta.yaml",), command=f"{VALIDATE} borta.yaml"),
    Case("A08-pattern-that-meets-nothing", 4, ("z*.yaml",), command=(*VALIDATE.split(), "z*.yaml")),
    Case(
        "A09-no-right-to-read",
        4,
        ("b.yaml", "c.yaml:4:1: ", "[unknown-key]"),
        files={"a.yaml": SMALL, "b.yaml": SMALL, "c.yaml": BROKEN["b.yaml"]},
        script=WITHOUT_RIGHTS,
        prepare=closed,
    ),
    Case(
        "A09-one-that-is-not-there-hides-no-other",
        4,
        ("borta.yaml", "b.yaml:4:1: "),
        files=BROKEN,
        command=f"{VALIDATE} borta.yaml b.yaml",
    ),
    Case("A10-links-out-are-not-followed", 0, ("1 fil granskad",), ("ute.yaml:",), prepare=ways_out),
    Case(
        "A10-link-to-nothing",
        4,
        ("borta.yaml:1:1: ", "[unreadable-file]", "länk till en fil som inte finns"),
        prepare=lambda folder: (folder / "borta.yaml").symlink_to("ingenstans/borta.yaml"),
    ),
    Case("A10-loop-by-name", 4, ("ring.yaml",), command=f"{VALIDATE} ring.yaml", prepare=loop),
    Case("A10-link-to-a-device-by-name", 4, ("noll.yaml",), command=f"{VALIDATE} noll.yaml", prepare=ways_out),
    Case("A11-pipe", 4, ("pipe.yaml",), command=f"{VALIDATE} pipe.yaml", prepare=pipe),
    Case("A11-pipe-found", 4, ("pipe.yaml:1:1: ", "[unreadable-file]"), prepare=pipe),
    Case("A11-endless-device", 4, ("/dev/zero",), command=f"{VALIDATE} /dev/zero"),
    Case("A12-input-closed", 2, command=f"{VALIDATE} -", script='exec "$@" <&-'),
    Case("A12-input-is-a-terminal", 2, command=f"{VALIDATE} -", meanwhile=lambda _: "\x04"),
    Case("A12-input-twice", 2, command=f"{VALIDATE} - -", stdin=SMALL.encode()),
    Case("A12-input-empty", 1, ("[empty-file]",), command=f"{VALIDATE} -", stdin=b""),
    Case("A12-input-read", 0, ("inga fel",), command=f"{VALIDATE} -", stdin=SMALL.encode()),
    *(
        Case(
            f"A13-name-with-{name}",
            1,
            (f"{shown}.yaml:1:1: ",),
            files={f"{written}.yaml": "samverkan: 1\n"},
            command=f"validate --today {DAY} --format {form}" if form else VALIDATE,
        )
        for name, written, shown, form in (
            ("line-break", "a\nb", "a<U+000A>b", ""),
            ("escape", "a\x1b[31mb", "a<U+001B>[31mb", ""),
            ("quotes", "a'\"`b", "a'\"`b", ""),
            ("command", "::error::b", "", ""),
            ("percent", "a%0Ab", "a%0Ab", ""),
            ("hyphen", "-rf", "-rf", ""),
            ("255-bytes", "å" * 125, "", ""),
        )
    ),
    Case("A13-name-that-is-no-text", 1, ("[missing-k",), files={}, prepare=names_that_are_no_text),
    Case("A13-one-file-with-two-names", 0, ("1 fil granskad",), files={}, prepare=two_names_of_one, after=once),
    Case(
        "A14-names-that-differ-in-case",
        1,
        ("[duplicate-document-id]", "a.yaml:3:5: "),
        files={"A.yaml": SMALL, "a.yaml": SMALL},
    ),
    Case(
        "A14-ids-that-differ-in-case",
        1,
        ("b.yaml:3:5: ", "[bad-id]"),
        files={"a.yaml": SMALL, "b.yaml": SMALL.replace("avtal-2024", "Avtal-2024")},
    ),
    finding("A14-id-with-a-dot-last", SMALL.replace("avtal-2024", "avtal."), "bad-id", "3:5"),
    finding("A14-id-that-leads-elsewhere", SMALL.replace("avtal-2024", "../a"), "bad-id", "3:5"),
    *(
        Case(
            f"A14-id-{word}-which-windows-keeps-for-itself",
            0,
            (f"build/{word}_.md",),
            files={"a.yaml": SMALL.replace("avtal-2024", word)},
            command=f"render --today {DAY} --format md",
        )
        for word in ("con", "lpt1")
    ),
    Case(
        "A15-changed-before-the-answer",
        4,
        files={"a.yaml": DATED},
        command="fix",
        meanwhile=changed,
        after=as_changed,
    ),
]
if sys.platform == "win32":
    CASES = [case for case in CASES if case.prepare is None and not case.script]
