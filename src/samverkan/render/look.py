"""An organisation's own look: name, logo, colour, fonts, Word file and templates, all checked before use."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.words.commands import sentence
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from samverkan.model.settings import LookSettings
    from samverkan.words.sentence import FieldValue, Language, Text
    from samverkan.workspace.workspace import Workspace

COLOUR = "#1f4e79"
WORD_REFERENCE, OPEN_DOCUMENT_REFERENCE = "reference.docx", "reference.odt"
MOST_BYTES = 2_000_000
_CONTRAST = 4.5
"""The least contrast of text against white, WCAG 2.2, 1.4.3."""
_REFUSED = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<\s*script|<\s*foreignObject|@import|\son[a-z]+\s*=|javascript:", re.IGNORECASE
)
_OUTSIDE = re.compile(rb"""(?:href\s*=\s*["']|url\(\s*["']?)(?!#|data:image/)""", re.IGNORECASE)


class LogoKind(StrEnum):
    """What a logo is; also the ending of its file."""

    PNG = "png"
    JPEG = "jpeg"
    SVG = "svg"

    @property
    def media_type(self) -> str:
        """The name of the kind on the web."""
        return "image/svg+xml" if self is LogoKind.SVG else f"image/{self.value}"


@dataclass(frozen=True)
class Logo:
    """A picture that stands at the head of a document.

    Attributes:
        data: the file's bytes.
        kind: what it is.
    """

    data: bytes
    kind: LogoKind

    @property
    def address(self) -> str:
        """The picture as an address that holds all of it."""
        return f"data:{self.kind.media_type};base64,{base64.b64encode(self.data).decode()}"


@dataclass(frozen=True)
class Look:
    """How documents look.

    Attributes:
        organisation: the name at the head; empty for none.
        logo: the picture at the head.
        colour: of headings and lines, as `#1f4e79`.
        fonts: a folder of font files for PDFs.
        text_font: the name of the font of running text.
        heading_font: the name of the font of headings and tables.
        word_template: a Word file whose styles are used.
        templates: a folder of templates that take the place of the built-in ones of the same name.
        sources: the files and folders that all this was read from.
    """

    organisation: str = ""
    logo: Logo | None = None
    colour: str = COLOUR
    fonts: Path | None = None
    text_font: str = ""
    heading_font: str = ""
    word_template: Path | None = None
    templates: Path | None = None
    sources: tuple[Path, ...] = ()

    def reference(self, name: str) -> Path | None:
        """Find the organisation's own `reference.docx` or `reference.odt`; None for the built-in one."""
        if self.word_template and name == WORD_REFERENCE:
            return self.word_template
        own = self.templates / name if self.templates else None
        return own if own and own.is_file() else None

    def logo_words(self, language: Language) -> str:
        """The words that stand for the logo: the organisation's name, or what it is."""
        return self.organisation or Wording(language)("logo")

    @property
    def files(self) -> list[Path]:
        """The files that a document's bytes depend on, besides the logo."""
        folders = [one for one in (self.fonts, self.templates) if one]
        found = [path for folder in folders for path in sorted(folder.iterdir()) if path.is_file()]
        return [*found, *([self.word_template] if self.word_template else [])]


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
        fonts = settings.fonts
        names = Look(text_font=fonts.text or "", heading_font=fonts.headings or "") if fonts else look
        look = _with(names, _written_in(settings, Path(root)))
    for path in (options.logo, options.word_template):
        if path and not path.exists():
            raise _wrong("option-missing", path)
    return _with(look, options)


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


def _with(look: Look, given: LookOptions) -> Look:
    """Check what is given, and let it take the place of what a look has."""
    named = (given.logo, given.fonts, given.word_template, given.templates)
    return replace(
        look,
        organisation=given.organisation or look.organisation,
        logo=_logo(given.logo) if given.logo else look.logo,
        colour=_colour(given.colour) if given.colour else look.colour,
        fonts=_folder(given.fonts) if given.fonts else look.fonts,
        word_template=_word(given.word_template) if given.word_template else look.word_template,
        templates=_templates(given.templates) if given.templates else look.templates,
        sources=(*look.sources, *(path for path in named if path)),
    )


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


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise _wrong("look-not-a-folder", path)
    return path


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _wrong("look-too-big", path, most=MOST_BYTES // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        raise _wrong("look-unreadable", path, why=visible(error.strerror or type(error).__name__)) from None


def _logo(path: Path) -> Logo:
    data = _read(path)
    if data.startswith(b"\x89PNG\r\n\x1a\n") and b"IEND" in data[-16:]:
        return Logo(data, LogoKind.PNG)
    if data.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in data[-64:]:
        return Logo(data, LogoKind.JPEG)
    if _is_svg(data):
        if _REFUSED.search(data) or _OUTSIDE.search(data):
            raise _wrong("look-logo-unsafe", path)
        return Logo(data, LogoKind.SVG)
    raise _wrong("look-not-a-logo", path)


def _is_svg(data: bytes) -> bool:
    if _REFUSED.search(data):
        return b"<svg" in data
    try:
        return ET.fromstring(data).tag.rpartition("}")[2] == "svg"  # noqa: S314 - without DOCTYPE or entities
    except (ET.ParseError, ValueError, LookupError):
        return False


def _templates(path: Path) -> Path:
    found = _folder(path)
    for name, check in ((WORD_REFERENCE, _word), (OPEN_DOCUMENT_REFERENCE, _open_document)):
        if (found / name).is_file():
            check(found / name)
    return found


def _word(path: Path) -> Path:
    if not _packs(path, "[Content_Types].xml", "word/document.xml", "word/styles.xml"):
        raise _wrong("look-not-word", path)
    return path


def _open_document(path: Path) -> Path:
    if not _packs(path, "mimetype", "content.xml", "styles.xml"):
        raise _wrong("look-not-open-document", path)
    return path


def _packs(path: Path, *wanted: str) -> bool:
    """Tell whether a file is an archive that holds some parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(_read(path))) as parts:
            return set(wanted) <= set(parts.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _colour(written: str) -> str:
    if re.fullmatch(r"#[0-9a-fA-F]{6}", written) is None:
        raise _wrong("bad-colour", written)
    if contrast(written) < _CONTRAST:
        raise _wrong("look-pale", written)
    return written.lower()


def contrast(colour: str) -> float:
    """Measure the contrast of a colour against white, from 1 to 21 (WCAG 2.2, relative luminance).

    Args:
        colour: six hexadecimal digits after `#`.
    """
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]  # noqa: PLR2004 - sRGB
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


def _wrong(key: str, value: Path | str, **fields: FieldValue) -> WrongUseError:
    text: Text = sentence(key, value=visible(str(value)), **fields)
    return WrongUseError(text)
