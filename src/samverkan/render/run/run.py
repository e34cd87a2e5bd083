"""From documents to files in a folder: what is up to date is left, the rest is made side by side and written."""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError, SamverkanError
from samverkan.escape import visible
from samverkan.render.engines.settings import EngineSettings, use
from samverkan.render.formats.document_format import DocumentFormat
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
from samverkan.render.run.manifest import Manifest, Run, content_of
from samverkan.render.run.seal import Seal, own_seal
from samverkan.source.making import stem_of
from samverkan.source.writing import refuse_way_out, write_whole
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from samverkan.render.rendering import Rendering
    from samverkan.render.run.job import Job


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
        root: the folder that `out` must lie in, links followed; None where the user named it.
        kept: where the program keeps what is this user's own; None where there is no such place.
    """

    out: Path
    wanted: tuple[DocumentFormat, ...]
    day: str
    check_only: bool = False
    force: bool = False
    run: Run | None = None
    engines: EngineSettings = field(default_factory=EngineSettings)
    root: Path | None = None
    kept: Path | None = None

    @property
    def seal(self) -> Seal:
        """This user's seal; made at need where files are written."""
        return own_seal(self.kept, make=not self.check_only)


def unchanged(options: RenderOptions) -> Event | None:
    """Give how a run ends that has nothing to do, since nothing has changed since the last; None where it has."""
    if options.run is None or options.force:
        return None
    _require_folder(options)
    files = Manifest.read(options.out, own_seal(options.kept, make=False)).unchanged_since(options.run)
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
    _require_folder(options)
    doubles = _doubles(renderings)
    yield from doubles
    jobs = list(_jobs(renderings, doubles, options))
    manifest = Manifest.read(options.out, options.seal)
    gone = [SourceGone(options.out / name) for name in manifest.gone({job.name for job in jobs})]
    yield from gone
    stale = list(_stale(jobs, manifest, options))
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


def _require_folder(options: RenderOptions) -> None:
    """Refuse to write to what is there and is no folder, or to where a link leads that the user did not name.

    Raises:
        ReadWriteError: it is such a place.
    """
    out = options.out
    if os.path.lexists(out) and not os.path.isdir(out):  # noqa: PTH112 - Path.is_dir raises for long names
        raise ReadWriteError(sentence("cannot-write", path=visible(out.as_posix()), why=sentence("is-no-folder")))
    if options.root is not None:
        refuse_way_out(out, options.root)


def _stale(jobs: Sequence[Job], manifest: Manifest, options: RenderOptions) -> Iterator[Job]:
    """Give the files that are not up to date.

    Where it was not this user's program that said so, a file is up to date if it is what is made now, dated as it says.
    """
    if options.force:
        yield from jobs
        return
    said = [job for job in jobs if manifest.is_current(job.name, job.inputs)]
    doubted = [job for job in said if not manifest.is_sealed(job.name)]
    wrong = _made_otherwise(doubted, manifest, options) if doubted else set[str]()
    current = {job.name for job in said} - wrong
    yield from (job for job in jobs if job.name not in current)


def _made_otherwise(jobs: Sequence[Job], manifest: Manifest, options: RenderOptions) -> set[str]:
    """Make files once more, dated as the manifest says, and name those that are not the same; seal the others."""
    from samverkan.render.run.job import of_days  # noqa: PLC0415 - heavy, and seldom needed

    wrong = {job.name for job in jobs}
    groups = _of_documents(of_days(jobs, {job.name: manifest.files[job.name].get("day", "") for job in jobs}))
    with _pool(groups, options.engines) as pool:
        for made in pool.map(_made, groups):
            for job, content in made:
                if isinstance(content, bytes) and content == content_of(options.out, job.name):
                    wrong.discard(job.name)
                    manifest.enter(job.name, manifest.files[job.name])
    return wrong


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
            yield Job(f"{stem_of(name)}.{form}", rendering, form, inputs_of(rendering, form, options.day))


def _write(jobs: Sequence[Job], manifest: Manifest, options: RenderOptions) -> Iterator[Event]:
    """Make and write files, document after document."""
    groups = _of_documents(jobs)
    if groups:
        yield Started(len(groups))
    manifest.planned = {job.name for job in jobs}
    with _noting(manifest), _pool(groups, options.engines) as pool:
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


def _of_documents(jobs: Sequence[Job]) -> list[list[Job]]:
    """Put together the files of each document."""
    groups: dict[int, list[Job]] = {}
    for job in jobs:
        groups.setdefault(id(job.rendering.document), []).append(job)
    return list(groups.values())


@contextmanager
def _noting(manifest: Manifest) -> Iterator[None]:
    """Write the manifest at the end, whatever happens, where it has come to know of more files."""
    try:
        yield
    finally:
        manifest.end()


@contextmanager
def _pool(groups: Sequence[Sequence[Job]], engines: EngineSettings) -> Iterator[ThreadPoolExecutor]:
    """Open a pool of threads that run programs in the same way; what has not begun at the end is not begun."""
    has_pdf = any(job.form is DocumentFormat.PDF for jobs in groups for job in jobs)
    most = max(1, min(len(groups), os.cpu_count() or 1))
    pool = ThreadPoolExecutor(most, initializer=_begin, initargs=(engines, has_pdf))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(engines: EngineSettings, has_pdf: bool) -> None:  # noqa: FBT001 - an initializer is given no names
    """Begin a thread: its Typst starts while templates are filled."""
    from samverkan.render.engines.typst import get_ready  # noqa: PLC0415 - as above

    use(engines)
    if has_pdf:
        get_ready()


def _put(job: Job, content: bytes | SamverkanError, path: Path, manifest: Manifest, options: RenderOptions) -> None:
    """Write a file and enter it in the manifest.

    Raises:
        SamverkanError: it could not be made or written, or may not be replaced.
    """
    from samverkan.render.run.job import entry_of  # noqa: PLC0415 - as above

    if isinstance(content, SamverkanError):
        raise content
    # It may be the signed original, or anything else that nobody can make again.
    if os.path.lexists(path) and not options.force and not manifest.knows(job.name):
        raise ReadWriteError(sentence("not-made-here"))
    if not options.force and manifest.is_worked_on(job.name):
        raise ReadWriteError(sentence("worked-on-since"))
    manifest.begin()
    write_whole(path, content)
    manifest.enter(job.name, entry_of(job, content, _source(job, options.out)))


def _made(jobs: list[Job]) -> list[tuple[Job, bytes | SamverkanError]]:
    """Make the files of one document; what fails gives its error."""
    made: list[tuple[Job, bytes | SamverkanError]] = []
    for job in jobs:
        try:
            made.append((job, job.rendering.to(job.form)))
        except SamverkanError as error:
            made.append((job, error))
    for job in jobs:
        job.rendering.free_cache()
    return made


def _source(job: Job, out: Path) -> str:
    """Give the way from the folder to a document's file; empty where there is none."""
    path = job.rendering.document.path
    if path is None:
        return ""
    try:
        way = Path(os.path.relpath(path, out)).as_posix()
    except ValueError:  # pragma: no cover - on another drive of Windows
        way = path.absolute().as_posix()
    return way.encode("utf-8", "replace").decode()
