"""What has changed since a revision, and what a file held then, as the system's git tells it.

Git is asked in a way that runs no program that a repository names, reaches no network and writes nothing.

Source: git's manual, git-diff, git-merge-base, git-ls-tree and git-cat-file.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.words.git import GIT, GIT_OF_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from samverkan.words.sentence import Text

_PROGRAM = "git"
_SECONDS = 60
_SECONDS_TO_LOOK_UP = 8
"""What takes longer than this, and goes through no files, will never end."""
_SAFELY = (
    *("--no-pager", "--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "-c", "core.quotePath=true"),
    *("-c", "core.attributesFile=/dev/null", "-c", "core.excludesFile=/dev/null"),
)
_DIFF = (
    *("diff", "--unified=0", "--inter-hunk-context=0", "--find-renames", "--diff-filter=d", "--text", "--no-color"),
    *("--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules=all"),
    *("--src-prefix=a/", "--dst-prefix=b/", "-O/dev/null"),
)
_OTHERS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE")
_ENTRY = re.compile(rb"(?P<mode>\d{1,8}) blob (?P<blob>[0-9a-f]{1,64})\t")
_ORDINARY = (b"100644", b"100755")
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


@dataclass(slots=True)
class Changed:
    """Where a file has changed.

    Attributes:
        is_new: nothing is known of it as it was, so that all of it is new.
        lines: the lines that were added or are written anew.
        gaps: the lines before which others were taken away.
    """

    is_new: bool = False
    lines: set[int] = field(default_factory=set)
    gaps: set[int] = field(default_factory=set)

    def touches(self, first: int, last: int) -> bool:
        """Tell whether one of some lines has changed, or those beside it were taken away."""
        near = self.lines.union(self.gaps, (gap - 1 for gap in self.gaps))
        return self.is_new or any(first <= line <= last for line in near)

    def lost_in(self, first: int, last: int) -> bool:
        """Tell whether lines between two others were taken away."""
        return any(first < gap <= last + 1 for gap in self.gaps)


def changed_since(revision: str, paths: Iterable[Path], environment: Mapping[str, str]) -> dict[Path, Changed]:
    """Find where files have changed since the history left a revision.

    What is compared is what lies on the disk, saved in git or not, with the last that the current branch and the
    revision have in common, so that what others have added to the revision since is not taken for removed.

    Args:
        revision: a commit, a branch or a tag.
        paths: the files.
        environment: the variables around the program.

    Returns:
        The files that have changed, each by its path as given.

    Raises:
        WrongUseError: git is not installed, a file lies in no repository, or there is no such revision.
    """
    groups: dict[Path, dict[str, Path]] = defaultdict(dict)
    for path in paths:
        real = Path(os.path.realpath(path))
        top = _top_of(real)
        groups[top][_composed(real.relative_to(top).as_posix())] = path
    found: dict[Path, Changed] = {}
    for top, by_name in groups.items():
        git = _Git(top, environment)
        changed = _changed(git.ask(*git.without_filters(), *_DIFF, git.left_at(revision), "--"))
        known = {_composed(os.fsdecode(name)) for name in git.ask("ls-files", "-z", "--cached").split(b"\0")}
        for name, path in by_name.items():
            if name not in known:
                found[path] = Changed(is_new=True)
            elif name in changed:
                found[path] = changed[name]
    return found


def content_at(revision: str, path: Path, environment: Mapping[str, str], most: int) -> tuple[bytes, str]:
    """Read a file as it was at a revision, under the name that it had then.

    Args:
        revision: a commit, a branch or a tag.
        path: the file; it need not be there any more.
        environment: the variables around the program.
        most: the largest size that can be of use.

    Returns:
        What it held, and its path then, from the top of the repository.

    Raises:
        WrongUseError: git is not installed, the file lies in no repository, there is no such revision, or the file was
            not there then.
    """
    real = Path(os.path.realpath(path))
    top = _top_of(real, GIT_OF_FILE)
    git, name = _Git(top, environment, GIT_OF_FILE), real.relative_to(top).as_posix()
    commit = git.commit(revision)
    asked = {"file": visible(str(path)), "revision": visible(revision)}
    for known in git.names_at(commit, name):
        met = _ENTRY.match(git.ask("ls-tree", "-z", "--full-tree", commit, "--", known))
        if met is None:
            continue
        if met["mode"] not in _ORDINARY:
            raise WrongUseError(GIT_OF_FILE["not-a-file"].with_fields(**asked))
        if int(git.ask("cat-file", "-s", met["blob"].decode())) > most:
            raise WrongUseError(GIT_OF_FILE["too-large"].with_fields(**asked))
        return git.ask("cat-file", "blob", met["blob"].decode()), known
    raise WrongUseError(GIT_OF_FILE["not-there"].with_fields(**asked))


@dataclass(frozen=True)
class _Git:
    """A repository that can be asked, and what is said where it cannot answer."""

    top: Path
    environment: Mapping[str, str]
    words: Mapping[str, Text] = field(default_factory=lambda: GIT)

    def commit(self, revision: str) -> str:
        """Give the commit that a revision names.

        Raises:
            WrongUseError: there is no such revision here.
        """
        code, commit = (1, b"")
        if revision and not revision.startswith("-"):
            code, commit = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        if code == 0:
            return commit.decode().split()[-1]
        is_shallow = self._run("rev-parse", "--is-shallow-repository")[1].strip() == b"true"
        named = {"revision": visible(revision), "folder": visible(str(self.top))}
        raise WrongUseError(self.words["shallow-history" if is_shallow else "unknown-revision"].with_fields(**named))

    def names_at(self, commit: str, name: str) -> Iterator[str]:
        """Give the names that a file may have had at a commit: that of now, else that which it was renamed from."""
        yield name
        if old := self.called_at(commit, name):
            yield old

    def called_at(self, commit: str, name: str) -> str:
        """Give the name that a file had at a commit, where it has been renamed since; empty where it has not."""
        told = ("--name-status", "-z", "--find-renames", "--diff-filter=R", "--no-ext-diff", "--no-textconv")
        answer = self.ask(
            *self.without_filters(), "diff", *told, "--no-relative", "--ignore-submodules=all", commit, "--"
        )
        fields = answer.split(b"\0")
        renames = zip(fields[0::3], fields[1::3], fields[2::3], strict=False)
        return next((os.fsdecode(old) for _, old, new in renames if _composed(os.fsdecode(new)) == _composed(name)), "")

    def left_at(self, revision: str) -> str:
        """Give the last commit that the current branch and a revision have in common.

        Raises:
            WrongUseError: there is no such revision here, or nothing in common.
        """
        named = {"revision": visible(revision), "folder": visible(str(self.top))}
        code, commit = (1, b"")
        if revision and not revision.startswith("-"):
            code, commit = self._run("rev-parse", "--verify", "--quiet", revision + "^{commit}")
        if code == 0:
            code, common = self._run("merge-base", commit.decode().strip(), "HEAD")
            if code == 0:
                return common.decode().split()[0]
            key = "nothing-in-common"
        else:
            key = "unknown-revision"
        if self._run("rev-parse", "--is-shallow-repository")[1].strip() == b"true":
            key = "shallow-history"
        raise WrongUseError(self.words[key].with_fields(**named))

    def without_filters(self) -> list[str]:
        """Give the options with which no filter is run: git sends files through the programs that settings name.

        Raises:
            WrongUseError: a filter has such a name that it cannot be told apart.
        """
        _, names = self._run("config", "--null", "--name-only", "--get-regexp", r"^filter\.")
        filters = {os.fsdecode(name).rpartition(".")[0] for name in names.split(b"\0") if name}
        if any("=" in name or "\n" in name for name in filters):
            raise self._failed(b"filter")
        unset = (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))
        return [part for name in sorted(filters) for key, value in unset for part in ("-c", f"{name}.{key}={value}")]

    def ask(self, *arguments: str) -> bytes:
        """Give what git answers.

        Raises:
            WrongUseError: it fails.
        """
        code, answer = self._run(*arguments)
        if code != 0:
            raise self._failed(answer)
        return answer

    def _run(self, *arguments: str) -> tuple[int, bytes]:
        """Run git, and give its exit code with what it answers; where it gives up altogether, that is told.

        Raises:
            WrongUseError: it cannot be run, takes too long, or refuses the repository.
        """
        around = {name: value for name, value in self.environment.items() if name not in _OTHERS}
        around |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_WORK_TREE": str(self.top)}
        try:
            done = subprocess.run(  # noqa: S603 - git, with no shell, and no argument that a file could name
                [_PROGRAM, "-C", str(self.top), *_SAFELY, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=_SECONDS if "diff" in arguments else _SECONDS_TO_LOOK_UP,
                env=around,
            )
        except FileNotFoundError:
            raise WrongUseError(self.words["no-git"]) from None
        except subprocess.TimeoutExpired:
            raise WrongUseError(self.words["git-slow"].with_fields(folder=visible(str(self.top)))) from None
        except (OSError, ValueError) as error:
            raise self._failed(type(error).__name__.encode()) from None
        if done.returncode > 1:
            raise self._failed(done.stderr)
        return done.returncode, done.stdout

    def _failed(self, words: bytes) -> WrongUseError:
        said = visible(words.decode("utf-8", "replace").strip().partition("\n")[0])
        return WrongUseError(self.words["git-failed"].with_fields(folder=visible(str(self.top)), why=said))


def _top_of(path: Path, words: Mapping[str, Text] = GIT) -> Path:
    for folder in path.parents:
        if os.path.lexists(folder / ".git"):
            return folder
    raise WrongUseError(words["no-repository"].with_fields(file=visible(str(path))))


def _changed(diff: bytes) -> dict[str, Changed]:
    """Read a list of changes without lines around them."""
    found: dict[str, Changed] = {}
    changed = Changed()
    lines = iter(diff.split(b"\n"))
    for line in lines:
        if line.startswith(b"+++ "):
            changed = found.setdefault(_name(line.removeprefix(b"+++ ")), Changed())
        elif hunk := _HUNK.match(line):
            _take(changed, hunk)
            _pass(lines, _count(hunk[1]) + _count(hunk[3]))
    return found


def _take(changed: Changed, hunk: re.Match[bytes]) -> None:
    first, count = int(hunk[2]), _count(hunk[3])
    if count:
        changed.lines |= set(range(first, first + count))
    else:  # it names the line before what was taken away
        changed.gaps.add(first + 1)


def _pass(lines: Iterator[bytes], count: int) -> None:
    """Go past the lines of a change, which can look like anything."""
    for _ in range(count):
        next(lines, None)


def _count(written: bytes | None) -> int:
    return 1 if written is None else int(written)


def _name(written: bytes) -> str:
    """Give the name of a file as it stands after the change; unusual ones are in quotes."""
    name: bytes = ast.literal_eval("b" + written.decode("ascii")) if written.startswith(b'"') else written
    return _composed(os.fsdecode(name.removesuffix(b"\t").removeprefix(b"b/")))


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
