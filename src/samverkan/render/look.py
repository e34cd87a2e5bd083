"""An organisation's own look: name, logo, colour, fonts, Word file and templates, all checked before use."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.model.settings import Style
from samverkan.render.logo import Logo, LogoError, logo_of
from samverkan.render.made_once import MadeOnce
from samverkan.render.office_template import OfficeTemplateError, require_sound
from samverkan.render.tones import BLACK, COLOUR, Tones, contrast
from samverkan.source.folders import ReadFolder, read_folder
from samverkan.source.opening import OutsideError, TooLargeError, UnreadableError, read_file
from samverkan.words.commands import sentence
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samverkan.model.settings import LookSettings
    from samverkan.words.sentence import FieldValue, Language, Text
    from samverkan.workspace.workspace import Workspace

_PartT = TypeVar("_PartT")

WORD_REFERENCE, OPEN_DOCUMENT_REFERENCE = "reference.docx", "reference.odt"
PAGES = "page.typ.j2"
MOST_BYTES = 2_000_000
_MOST_OF_A_FONT = 50_000_000
_MOST_LOGOS = 40
_CONTRAST = 4.5
"""The least contrast of text against white, WCAG 2.2, 1.4.3."""


class OfficeTemplate(NamedTuple):
    """A Word or OpenDocument file whose styles are used.

    Attributes:
        path: where it is, for the user.
        content: the file's bytes.
    """

    path: Path
    content: bytes


@dataclass(frozen=True)
class Look:
    """How documents look.

    Attributes:
        style: which of the built-in looks the rest is laid over.
        organisation: the name at the head; empty for none.
        logo: the picture at the head.
        logos: the pictures of parties, by what a party is known by.
        colour: of headings and lines, as `#1f4e79`.
        fonts: a folder of font files for PDFs.
        text_font: the name of the font of running text.
        heading_font: the name of the font of headings and tables.
        word_template: a Word file whose styles are used.
        templates: a folder of templates that take the place of the built-in ones of the same name.
        pages: the folder that the template of a PDF's pages may come from, which is code: only one that the user named.
        sources: the files and folders that all this was read from.
    """

    style: Style = Style.STANDARD
    organisation: str = ""
    logo: Logo | None = None
    logos: Mapping[str, Logo] = field(default_factory=dict)
    colour: str = COLOUR
    fonts: ReadFolder | None = None
    text_font: str = ""
    heading_font: str = ""
    word_template: OfficeTemplate | None = None
    templates: ReadFolder | None = None
    pages: ReadFolder | None = None
    sources: tuple[Path, ...] = ()

    @property
    def all_logos(self) -> tuple[Logo, ...]:
        """The organisation's logo and those of parties."""
        return (*((self.logo,) if self.logo else ()), *self.logos.values())

    @property
    def tones(self) -> Tones:
        """What stands in the place of the built-in colours and letters."""
        return Tones(self.style, self.colour)

    def tones_of(self, reference: str) -> Tones:
        """What changes in `reference.docx` or `reference.odt`: an organisation's own keeps its styles as they are.

        A colour that the organisation has chosen counts there too.
        """
        return Tones() if self.tones.is_sober and self.reference(reference) else self.tones

    @property
    def own_pages(self) -> ReadFolder | None:
        """The folder that the template of a PDF's pages is taken from; None for the built-in one."""
        return self.pages if self.pages and self.pages.has(PAGES) else None

    @property
    def unused_pages(self) -> Path | None:
        """The template of a PDF's pages that a workspace has, and that is not used."""
        found = self.templates if self.templates is not self.pages else None
        return found.path / PAGES if found and found.has(PAGES) else None

    def reference(self, name: str) -> OfficeTemplate | None:
        """Find the organisation's own `reference.docx` or `reference.odt`; None for the built-in one."""
        if self.word_template and name == WORD_REFERENCE:
            return self.word_template
        own = self.templates.files.get(name) if self.templates else None
        return OfficeTemplate(self.templates.path / name, own) if self.templates and own is not None else None

    def logo_words(self, language: Language) -> str:
        """The words that stand for the logo: the organisation's name, or what it is."""
        return self.organisation or Wording(language)("logo")

    @property
    def _texts(self) -> tuple[str, ...]:
        return (self.style, self.organisation, self.colour, self.text_font, self.heading_font)

    @MadeOnce
    def parts(self) -> list[bytes]:
        """All that a document's bytes depend on."""
        parts = [text.encode() for text in self._texts]
        for name, logo in self.logos.items():
            parts += [name.encode(), logo.data]
        parts += [self.logo.data if self.logo else b"", self.word_template.content if self.word_template else b""]
        for one in (self.fonts, self.templates):
            for name, content in one.files.items() if one else ():
                parts += [os.fsencode(name), content]
        return [hashlib.sha256(part).digest() for part in parts]


@dataclass(frozen=True)
class LookOptions:
    """What the command line says of the look; it beats the settings, and may point anywhere."""

    organisation: str = ""
    logo: Path | None = None
    colour: str = ""
    fonts: Path | None = None
    word_template: Path | None = None
    templates: Path | None = None


def look_of(workspace: Workspace, options: LookOptions) -> Look:
    """Read and check what the settings of a workspace and the command line say of the look.

    Args:
        workspace: the workspace; its settings can name nothing outside its folder.
        options: what the command line says.

    Raises:
        WrongUseError: a file is missing, lies outside the workspace or is not what it should be, or the colour is too
            pale against white.
    """
    settings, root = workspace.settings.look, workspace.folder
    look = Look()
    if settings is not None and root is not None:
        look = _with(_built_in(settings), _written_in(settings, Path(root)), Path(root))
        look = _with_logos(look, settings.logos, Path(root))
    for path in (options.logo, options.word_template):
        if path and not os.path.lexists(path):
            raise _wrong("option-missing", path)
    look = _with(look, options, None)
    return replace(look, pages=look.templates if options.templates else None)


def _built_in(settings: LookSettings) -> Look:
    """Give the built-in look that settings choose, with the names of their fonts."""
    style, fonts = settings.style or Style.STANDARD, settings.fonts
    colour = BLACK if style is Style.SOBER else COLOUR
    return (
        Look(style, colour=colour, text_font=fonts.text or "", heading_font=fonts.headings or "")
        if fonts
        else Look(style, colour=colour)
    )


def _written_in(settings: LookSettings, root: Path) -> LookOptions:
    """Find the files and folders that settings name, all of which must lie in the workspace."""

    def inside(written: str | None) -> Path | None:
        return _inside(root, written) if written else None

    return LookOptions(
        organisation=settings.organisation or "",
        logo=inside(settings.logo),
        colour=settings.colour or "",
        fonts=inside(settings.fonts.folder if settings.fonts else None),
        word_template=inside(settings.word_template),
        templates=inside(settings.templates),
    )


def _with(look: Look, given: LookOptions, root: Path | None) -> Look:
    """Read and check what is given, and let it take the place of what a look has.

    Args:
        look: the look.
        given: what is given.
        root: the folder that every file must lie in; None where the user named them. A folder that the user named is
            the root of its own files, for they are not named.
    """
    named = (given.logo, given.fonts, given.word_template, given.templates)
    return replace(
        look,
        organisation=_printable(given.organisation) or look.organisation,
        logo=_taken(_logo, given.logo, root) or look.logo,
        colour=_colour(given.colour) if given.colour else look.colour,
        fonts=_taken(_fonts, given.fonts, root) or look.fonts,
        word_template=_taken(_word, given.word_template, root) or look.word_template,
        templates=_taken(_templates, given.templates, root) or look.templates,
        sources=(*look.sources, *filter(None, named)),
    )


def _with_logos(look: Look, written: Mapping[str, str], root: Path) -> Look:
    if len(written) > _MOST_LOGOS:
        raise _wrong("look-many-logos", "logos", count=len(written), most=_MOST_LOGOS)
    paths = {name: _inside(root, path) for name, path in written.items()}
    logos = {name: _logo(path, root) for name, path in paths.items()}
    return replace(look, logos=logos, sources=(*look.sources, *paths.values()))


def _taken(read: Callable[[Path, Path | None], _PartT], path: Path | None, root: Path | None) -> _PartT | None:
    return read(path, root) if path else None


def _inside(root: Path, written: str) -> Path:
    """Find a file or folder of the workspace, links followed."""
    try:
        path = (root / written).resolve()
        is_inside = path.is_relative_to(root.resolve())
        exists = path.exists()
    except (OSError, ValueError, RuntimeError):
        raise _wrong("look-missing", written) from None
    if not is_inside:
        raise _wrong("look-outside", written)
    if not exists:
        raise _wrong("look-missing", written)
    return path


def _folder(path: Path, root: Path | None, most: int, *, deep: bool = False) -> ReadFolder:
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for long names
        raise _wrong("look-not-a-folder", path)
    try:
        return read_folder(path, root or path, most, deep=deep)
    except UnreadableError as error:
        raise _unreadable(path, error) from None


def _read(path: Path, root: Path | None) -> bytes:
    try:
        return read_file(path, root, MOST_BYTES)
    except UnreadableError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: UnreadableError) -> WrongUseError:
    match error:
        case OutsideError():
            return _wrong("look-outside", path)
        case TooLargeError():
            return _wrong("look-too-big", path, most=MOST_BYTES // 1_000_000)
    return _wrong("look-unreadable", path, why=error.why)


def _fonts(path: Path, root: Path | None) -> ReadFolder:
    found = _folder(path, root, _MOST_OF_A_FONT, deep=True)
    for name, error in found.refused.items():
        raise _unreadable(path / name, error)
    return found


def _logo(path: Path, root: Path | None) -> Logo:
    try:
        return logo_of(_read(path, root), path)
    except LogoError as error:
        raise _wrong(str(error), path) from None


def _templates(path: Path, root: Path | None) -> ReadFolder:
    """Read a folder of templates; one that may not be read is told of when it is asked for."""
    found = _folder(path, root, MOST_BYTES)
    for name, check in ((WORD_REFERENCE, _checked_word), (OPEN_DOCUMENT_REFERENCE, _checked_open_document)):
        if name in found.refused:
            raise _unreadable(path / name, found.refused[name])
        if name in found.files:
            check(OfficeTemplate(path / name, found.files[name]))
    return found


def _word(path: Path, root: Path | None) -> OfficeTemplate:
    return _checked_word(OfficeTemplate(path, _read(path, root)))


def _checked_word(template: OfficeTemplate) -> OfficeTemplate:
    return _checked(template, "look-not-word", "[Content_Types].xml", "word/document.xml", "word/styles.xml")


def _checked_open_document(template: OfficeTemplate) -> OfficeTemplate:
    return _checked(template, "look-not-open-document", "mimetype", "content.xml", "styles.xml")


def _checked(template: OfficeTemplate, other_kind: str, *wanted: str) -> OfficeTemplate:
    try:
        require_sound(template.content, wanted)
    except OfficeTemplateError as error:
        raise _wrong(str(error) or other_kind, template.path) from None
    return template


def _printable(name: str) -> str:
    if visible(name) != name:
        raise _wrong("bad-organisation", name)
    return name


def _colour(written: str) -> str:
    if re.fullmatch(r"#[0-9a-fA-F]{6}", written) is None:
        raise _wrong("bad-colour", written)
    if contrast(written) < _CONTRAST:
        raise _wrong("look-pale", written)
    return written.lower()


def _wrong(key: str, value: Path | str, **fields: FieldValue) -> WrongUseError:
    text: Text = sentence(key, value=visible(str(value)), **fields)
    return WrongUseError(text)
