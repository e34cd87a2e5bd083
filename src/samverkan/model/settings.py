"""The settings of a workspace: the file `samverkan.yaml` at its root."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from samverkan.findings import Severity
from samverkan.model.base import Colour, Line, Lines, Part, Whole, YesNo
from samverkan.model.choices import Choice

OFF = "off"
_LEVELS = (*(severity.value for severity in Severity), OFF)


def _level(value: Any) -> Any:
    if value not in _LEVELS:
        raise PydanticCustomError("level_form", "level", {"value": value if isinstance(value, str) else "…"})
    return value


Levels = Annotated[
    dict[str, Annotated[str, BeforeValidator(_level)]],
    WithJsonSchema({"type": "object", "additionalProperties": {"enum": list(_LEVELS)}}),
]
"""How much each rule matters: `error`, `warning`, `note` or `off`, by the name of a rule, a family, or `all`."""


class Style(Choice):
    """A built-in look."""

    STANDARD = "standard", "dämpade färger och två typsnitt", "calm colours and two fonts"
    SOBER = "sober", "svart, utan färg, och ett typsnitt", "black, without colour, and one font"


class FontSettings(Part):
    """Egna typsnitt."""

    folder: Line | None = Field(
        None, title="Mapp", description="Mappen med typsnittsfiler, inom arbetsytan, till exempel typsnitt."
    )
    text: Line | None = Field(
        None, title="Brödtext", description="Namnet på typsnittet för löpande text, till exempel Arial."
    )
    headings: Line | None = Field(
        None, title="Rubriker", description="Namnet på typsnittet för rubriker och tabeller, till exempel Arial."
    )


class LookSettings(Part):
    """Hur de färdiga dokumenten ser ut. Sökvägar räknas från mappen där samverkan.yaml ligger."""

    style: Style | None = Field(
        None,
        title="Stil",
        description="Den inbyggda formgivningen: standard (dämpade färger, det som gäller om inget anges) eller sober "
        "(svart, utan färg, med ett enda typsnitt). Egen färg, egna typsnitt och egna mallar har företräde.",
    )
    organisation: Line | None = Field(
        None, title="Organisation", description="Namnet som står överst, till exempel Exempelby kommun."
    )
    logo: Line | None = Field(None, title="Logotyp", description="En bildfil: PNG, JPEG eller SVG.")
    logos: dict[str, Line] = Field(
        {},
        title="Parternas logotyper",
        description="En bildfil för varje part, som står på första sidan i de dokument där parten är med. Skriv vad "
        "parten kallas (id, namn, kommunkod eller organisationsnummer) och sedan bilden.",
    )
    colour: Colour | None = Field(
        None, title="Färg", description='Färgen på rubriker och linjer, inom citattecken: "#1f4e79".'
    )
    fonts: FontSettings | None = Field(None, title="Typsnitt", description="Egna typsnitt.")
    word_template: Line | None = Field(
        None,
        title="Wordmall",
        description="En Wordfil (.docx) vars format och sidhuvud används, till exempel mall.docx.",
    )
    templates: Line | None = Field(
        None,
        title="Mallar",
        description="En mapp med egna mallar, till exempel mallar; en mall ersätter den inbyggda med samma namn.",
    )


class Settings(Part):
    """Inställningar för en arbetsyta: mappen där filen ligger och allt under den."""

    samverkan: Literal["1"] = Field(title="Format", description="Filformatets version: 1.")
    kind: Literal["workspace"] = Field(title="Typ", description="Filens typ: workspace.")
    title: Line | None = Field(None, title="Namn", description="Arbetsytans namn, till exempel Exempelby kommun.")
    lang: Literal["sv", "en"] | None = Field(
        None,
        title="Språk",
        description="Språket i meddelanden: sv eller en. Flaggan --lang och variabeln SAMVERKAN_LANG har företräde.",
    )
    rules: Levels = Field(
        {},
        title="Regler",
        description="Hur allvarlig en regel, en familj av regler eller all (alla) är, i alla dokument: error (fel), "
        "warning (varning), note (notering) eller off (av). En regel har företräde framför sin familj, och familjen "
        "framför all.",
    )
    exclude: Lines = Field(
        (),
        title="Utelämnas",
        description="Filer och mappar som inte läses när en mapp gås igenom, skrivna som i en .gitignore: utkast/, "
        '"*-mall.yaml", "!viktig-mall.yaml". En fil som anges vid namn läses alltid.',
    )
    gitignore: YesNo = Field(
        default=True,
        title="Följ .gitignore",
        description="Om det som .gitignore utelämnar inte heller läses när en mapp gås igenom: true (förval) eller "
        "false.",
    )
    look: LookSettings | None = Field(None, title="Utseende", description="Hur de färdiga dokumenten ser ut.")
    soon_days: Whole = Field(
        60,
        title="Snart",
        description="Hur många dagar i förväg en uppföljning visas under Snart, till exempel 30. Förval: 60.",
    )
