"""From documents to files in a folder: what is up to date is left, the rest is made side by side and written."""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError, SamverkanError
from samverkan.escape import visible
from samverkan.render.engines.settings import EngineSettings, use
from samverkan.render.run.events import (
    Checked,
    DocumentDone,
    Event,
    Failed,
    Finished,
    SameName,
    SourceGone,
    Stale,
    Started,
    Written,
)
from samverkan.render.run.manifest import Manifest, Run
from samverkan.source.files import is_standard_input
from samverkan.source.writing import write_whole
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from samverkan.render.formats.document_format import DocumentFormat
    from samverkan.render.rendering import Rendering
    from samverkan.render.run.job import Job

_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{i}" for name in ("com", "lpt") for i in range(1, 10))})


@dataclass(frozen=True)
class RenderOptions:
    """How files are made.

    Attributes:
        out: the folder.
        wanted: the formats.
        day: the day that was asked for; empty where it is only today.
        check_only: whether to find out what is not up to date, and write nothing.
        force: whether to make files again even if they are up to date.
        run: what all this was read from, where all of it is without errors; None otherwise.
        engines: how the programs that make documents are run.
    """

    out: Path
    wanted: tuple[DocumentFormat, ...]
    day: str
    check_only: bool = False
    force: bool = False
    run: Run | None = None
    engines: EngineSettings = field(default_factory=EngineSettings)


def unchanged(options: RenderOptions) -> Event | None:
    """Give how a run ends that has nothing to do, since nothing has changed since the last; None where it has."""
    files = Manifest.read(options.out).unchanged_since(options.run) if options.run and not options.force else 0
    if not files:
        return None
    return Checked(0) if options.check_only else Finished(options.out, 0, files)


def make(renderings: Sequence[tuple[str, Rendering]], options: RenderOptions) -> Generator[Event]:
    """Make the files that are not up to date; one that fails does not stop the others.

    Args:
        renderings: the documents, each with the name of its files.
        options: how, and where to.

    Yields:
        What happens, `Checked` or `Finished` last. Close the generator to stop early: files that are begun are left
        out, and the manifest tells of those that were written.

    Raises:
        ReadWriteError: the folder or its manifest cannot be written.
    """
    _require_folder(options.out)
    doubles = _doubles(renderings)
    yield from doubles
    jobs = list(_jobs(renderings, doubles, options))
    manifest = Manifest.read(options.out)
    gone = [SourceGone(options.out / name) for name in manifest.gone({job.name for job in jobs})]
    yield from gone
    stale = [job for job in jobs if options.force or not manifest.is_current(job.name, job.inputs)]
    if options.check_only:
        yield from (Stale(options.out / job.name) for job in stale)
        yield Checked(len(stale))
        return
    written = 0
    for event in _write(stale, manifest, options):
        written += isinstance(event, Written)
        yield event
    yield Finished(options.out, written, len(jobs) - len(stale))
    if written == len(stale) and not (doubles or gone):
        _note(options.run, jobs, manifest)


def _require_folder(out: Path) -> None:
    """Refuse to write to what is there and is no folder.

    Raises:
        ReadWriteError: it is such a place.
    """
    if out.exists() and not out.is_dir():
        raise ReadWriteError(sentence("cannot-write", path=visible(out.as_posix()), why=sentence("is-no-folder")))


def _note(run: Run | None, jobs: Sequence[Job], manifest: Manifest) -> None:
    """Have the manifest remember a run in which all went well, so that the next one like it has nothing to do."""
    if run and manifest.note(run, {job.name for job in jobs}):
        manifest.write()


def _doubles(renderings: Sequence[tuple[str, Rendering]]) -> list[SameName]:
    """Find the documents whose files would have the same name."""
    counts = Counter(name for name, _ in renderings)
    return [
        SameName(name, tuple(rendering.document.file for other, rendering in renderings if other == name))
        for name, count in counts.items()
        if count > 1
    ]


def _jobs(
    renderings: Sequence[tuple[str, Rendering]], doubles: Sequence[SameName], options: RenderOptions
) -> Iterator[Job]:
    """Give the files to be made, those of a document together; none of those whose names would be the same."""
    from samverkan.render.run.job import Job, inputs_of  # noqa: PLC0415 - heavy, and only when something has changed

    left_out = {double.name for double in doubles}
    for name, rendering in renderings:
        for form in options.wanted if name not in left_out else ():
            yield Job(f"{_file_name(name)}.{form}", rendering, form, inputs_of(rendering, form, options.day))


def _write(jobs: Sequence[Job], manifest: Manifest, options: RenderOptions) -> Iterator[Event]:
    """Make and write files, document after document."""
    if not jobs:
        return
    groups = [list(group) for _, group in groupby(jobs, key=lambda job: id(job.rendering))]
    yield Started(len(groups))
    workers = min(len(groups), os.cpu_count() or 1)
    with _noting(manifest), _pool(workers, options.engines) as pool:
        for made in pool.map(_made, groups):
            for job, content in made:
                path = options.out / job.name
                try:
                    _put(job, content, path, manifest, options)
                except SamverkanError as error:
                    yield Failed(path, error)
                else:
                    yield Written(path)
            yield DocumentDone()


@contextmanager
def _noting(manifest: Manifest) -> Iterator[None]:
    """Write the manifest at the end, whatever happens, where it has come to know of more files."""
    before = dict(manifest.files)
    try:
        yield
    finally:
        if manifest.files != before:
            manifest.write()


@contextmanager
def _pool(workers: int, engines: EngineSettings) -> Iterator[ThreadPoolExecutor]:
    """Open a pool of threads that run programs in the same way; what has not begun at the end is not begun."""
    pool = ThreadPoolExecutor(workers, initializer=use, initargs=(engines,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _put(job: Job, content: bytes | SamverkanError, path: Path, manifest: Manifest, options: RenderOptions) -> None:
    """Write a file and enter it in the manifest.

    Raises:
        SamverkanError: it could not be made or written, or may not be replaced.
    """
    from samverkan.render.run.job import entry_of  # noqa: PLC0415 - as above

    if isinstance(content, SamverkanError):
        raise content
    _leave_strangers(job, path, manifest, options)
    write_whole(path, content)
    manifest.files[job.name] = entry_of(job, content, _source(job, options.out))


def _leave_strangers(job: Job, path: Path, manifest: Manifest, options: RenderOptions) -> None:
    """Refuse to replace a file that stands beside its own source and was not made here: it may be the original.

    Raises:
        ReadWriteError: it is such a file.
    """
    beside = Path(job.rendering.document.file).parent.resolve() == options.out.resolve()
    if beside and path.exists() and job.name not in manifest.files and not options.force:
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
