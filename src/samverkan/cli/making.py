"""From documents to files in a folder: what is up to date is left, the rest is made side by side and written."""

from __future__ import annotations

import os
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from samverkan.cli.session import tell_unreadable
from samverkan.errors import ExitCode, ReadWriteError, SamverkanError, WrongUseError
from samverkan.escape import visible
from samverkan.findings import Severity
from samverkan.source.files import is_standard_input
from samverkan.source.writing import write_whole
from samverkan.words.commands import sentence
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.check import CheckResult
    from samverkan.cli.session import Session
    from samverkan.render.rendering import Rendering
    from samverkan.render.run.job import Job
    from samverkan.render.run.manifest import Manifest, Run

_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{i}" for name in ("com", "lpt") for i in range(1, 10))})


@dataclass(frozen=True)
class RenderOptions:
    """How files are made.

    Attributes:
        out: the folder.
        wanted: the formats.
        day: the day that was asked for; empty where it is only today.
        check_only: whether to say what is not up to date, and write nothing.
        force: whether to make also what is up to date.
        run: what all this was read from, where all of it is without errors; None otherwise.
    """

    out: Path
    wanted: tuple[str, ...]
    day: str
    check_only: bool = False
    force: bool = False
    run: Run | None = None


def formats(asked: str) -> tuple[str, ...]:
    """Read a list of formats: `md,html`.

    Raises:
        WrongUseError: one of them does not exist, or none is named.
    """
    from samverkan.render.formats.document_format import DocumentFormat  # noqa: PLC0415 - only for commands that make files

    known = [form.value for form in DocumentFormat]
    wanted = [name.strip().casefold() for name in asked.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        raise WrongUseError(sentence("unknown-format", value=visible(", ".join(unknown)), known=", ".join(known)))
    return tuple(dict.fromkeys(wanted))


def show_errors(result: CheckResult, session: Session) -> None:
    """Tell that documents have errors, and that those that cannot be read whole are left out."""
    tell_unreadable(result.findings, session)
    if result.count(Severity.ERROR):
        _tell(sentence("render-incomplete", count=result.count(Severity.ERROR)).say(session.language))


def show_lacking_styles(templates: Iterable[Path | None], session: Session) -> None:
    """Tell which of the formats that documents use are not in the organisation's own Word template."""
    from samverkan.render.formats.word_template import lacking  # noqa: PLC0415 - only for commands that make files

    for path in sorted(template for template in templates if template is not None):
        if names := lacking(path):
            told = sentence("word-template-lacks", path=visible(path.as_posix()), count=len(names), one=names[-1])
            _tell(told.say(session.language))


def make(renderings: Sequence[tuple[str, Rendering]], making: RenderOptions, session: Session) -> ExitCode:
    """Make the files that are not up to date, and tell of each; one that fails does not stop the others.

    Args:
        renderings: the documents, each with the name of its files.
        making: how, and where to.
        session: the language to tell in.

    Returns:
        CLEAN; FINDINGS where only a check was asked for and something is not up to date; or how the last that failed
        ended.

    Raises:
        ReadWriteError: the folder or its manifest cannot be written.
    """
    from samverkan.render.run.manifest import Manifest  # noqa: PLC0415 - only for commands that make files

    if making.out.exists() and not making.out.is_dir():
        why = sentence("is-no-folder")
        raise ReadWriteError(sentence("cannot-write", path=visible(making.out.as_posix()), why=why))
    chosen, failed = _without_doubles(renderings, session)
    groups = [list(_jobs(name, rendering, making)) for name, rendering in chosen]
    manifest = Manifest.read(making.out)
    stale = [[job for job in jobs if making.force or not manifest.is_current(job.name, job.inputs)] for jobs in groups]
    names = {job.name for jobs in groups for job in jobs}
    gone = manifest.gone(names)
    for name in gone:
        _tell(sentence("file-without-source", path=visible((making.out / name).as_posix())).say(session.language))
    current = sum(map(len, groups)) - sum(map(len, stale))
    if making.check_only:
        return _told_stale([job for jobs in stale for job in jobs], making, session) or failed
    code, written = _write([jobs for jobs in stale if jobs], manifest, making, session)
    _tell_written(written, current, making, session)
    if making.run and not (code or failed or gone) and manifest.note(making.run, names):
        manifest.write()
    return code or failed


def is_unchanged(making: RenderOptions, session: Session) -> bool:
    """Tell whether nothing has changed since the last run, and if so say what that run would say now."""
    from samverkan.render.run.manifest import Manifest  # noqa: PLC0415 - as above

    files = Manifest.read(making.out).unchanged_since(making.run) if making.run and not making.force else 0
    if files and making.check_only:
        _told_stale([], making, session)
    elif files:
        _tell_written(0, files, making, session)
    return files > 0


def _tell_written(written: int, current: int, making: RenderOptions, session: Session) -> None:
    summary = "rendered-one" if written == 1 else "rendered-summary"
    folder = "./" if making.out == Path() else visible(making.out.as_posix())  # "to .." would be another folder
    typer.echo(report(summary, files=written, folder=folder).say(session.language))
    if current:
        typer.echo(report("current-one" if current == 1 else "rendered-current", files=current).say(session.language))


def _jobs(name: str, rendering: Rendering, making: RenderOptions) -> Iterator[Job]:
    from samverkan.render.formats.document_format import DocumentFormat  # noqa: PLC0415
    from samverkan.render.run.job import Job, inputs_of  # noqa: PLC0415

    for form in making.wanted:
        file = f"{_file_name(name)}.{form}"
        yield Job(file, rendering, DocumentFormat(form), inputs_of(rendering, form, making.day))


def _without_doubles(
    renderings: Sequence[tuple[str, Rendering]], session: Session
) -> tuple[list[tuple[str, Rendering]], ExitCode]:
    """Leave out documents whose files would have the same name, and tell of them."""
    counts = Counter(name for name, _ in renderings)
    for name in (name for name, count in counts.items() if count > 1):
        files = ", ".join(visible(rendering.document.file) for other, rendering in renderings if other == name)
        _tell(sentence("render-same-id", id=visible(name), files=files).say(session.language))
    chosen = [(name, rendering) for name, rendering in renderings if counts[name] == 1]
    return chosen, ExitCode.CLEAN if len(chosen) == len(renderings) else ExitCode.FINDINGS


def _told_stale(stale: list[Job], making: RenderOptions, session: Session) -> ExitCode:
    for job in stale:
        path = visible((making.out / job.name).as_posix())
        typer.echo(report("not-current", path=path).say(session.language))
    summary = {0: "all-current", 1: "one-stale"}.get(len(stale), "some-stale")
    typer.echo(report(summary, count=len(stale)).say(session.language))
    return ExitCode.FINDINGS if stale else ExitCode.CLEAN


def _write(
    groups: list[list[Job]], manifest: Manifest, making: RenderOptions, session: Session
) -> tuple[ExitCode, int]:
    """Make and write files, document after document; the manifest tells of those written, whatever happens."""
    if not groups:
        return ExitCode.CLEAN, 0
    from samverkan.output.progress_bar import progress_bar  # noqa: PLC0415
    from samverkan.render.run.job import entry_of  # noqa: PLC0415

    failed, written = ExitCode.CLEAN, 0
    pool = ThreadPoolExecutor(min(len(groups), os.cpu_count() or 1))
    try:
        with progress_bar(report("rendering").say(session.language), len(groups)) as advance:
            for made in pool.map(_made, groups):
                for job, content in made:
                    path = making.out / job.name
                    try:
                        if isinstance(content, SamverkanError):
                            raise content
                        _leave_strangers(job, path, manifest, making)
                        write_whole(path, content)
                    except SamverkanError as error:
                        failed = error.exit_code
                        _tell(visible(f"{path.as_posix()}: {error.message.say(session.language)}"))
                        continue
                    manifest.files[job.name] = entry_of(job, content, _source(job, making.out))
                    written += 1
                    typer.echo(visible(path.as_posix()))
                advance()
    finally:
        pool.shutdown(cancel_futures=True)
        if written:
            manifest.write()
    return failed, written


def _leave_strangers(job: Job, path: Path, manifest: Manifest, making: RenderOptions) -> None:
    """Refuse to replace a file that stands beside its own source and was not made here: it may be the original.

    Raises:
        ReadWriteError: it is such a file.
    """
    beside = Path(job.rendering.document.file).parent.resolve() == making.out.resolve()
    if beside and path.exists() and job.name not in manifest.files and not making.force:
        raise ReadWriteError(sentence("not-made-here"))


def _made(jobs: list[Job]) -> list[tuple[Job, bytes | SamverkanError]]:
    """Make the files of one document; what fails gives its error."""
    made: list[tuple[Job, bytes | SamverkanError]] = []
    for job in jobs:
        try:
            made.append((job, job.rendering.to(job.form)))
        except SamverkanError as error:
            made.append((job, error))
    jobs[0].rendering.free_cache()
    return made


def _source(job: Job, out: Path) -> str:
    """Give the way from the folder to a document's file; empty where there is none."""
    file = Path(job.rendering.document.file)
    if is_standard_input(file):
        return ""
    try:
        return Path(os.path.relpath(file, out)).as_posix()
    except ValueError:  # on another drive
        return file.absolute().as_posix()


def _file_name(document_id: str) -> str:
    """Give the name of a document's files; the few names that Windows keeps for itself get an underscore."""
    return f"{document_id}_" if document_id in _RESERVED else document_id


def _tell(text: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(text + "\n")
