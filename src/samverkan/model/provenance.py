"""Where a document stands and where its text comes from; nothing of it is part of what was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from samverkan.model.base import Line, Part, Prose, Url, YesNo
from samverkan.model.dates import CoarseDate


class Closing(Part):
    """Att dokumentet är avslutat i förtid eller utan efterföljare, när och varför."""

    date: CoarseDate | None = Field(None, title="Datum", description="När det avslutades, till exempel 2024-06.")
    reason: Prose | None = Field(
        None, title="Skäl", description="Varför, till exempel: Ersattes av kommunens trygghetsprogram."
    )


class Published(Part):
    """Var och när dokumentet gjordes känt."""

    date: CoarseDate | None = Field(None, title="Datum", description="När det publicerades; ett år räcker.")
    where: Line | None = Field(
        None, title="Var", description="Var det publicerades, till exempel på kommunens webbplats."
    )
    url: Url | None = Field(None, title="Webbadress", description="Adressen där dokumentet kan läsas.")


class Provenance(Part):
    """Varifrån filens text kommer, och hur trogen den är originalet."""

    source: Line | None = Field(
        None, title="Källa", description="Var originalet finns: en webbadress, ett diarium eller ett arkiv."
    )
    retrieved: CoarseDate | None = Field(None, title="Hämtad", description="När originalet hämtades.")
    restated: YesNo | None = Field(
        None,
        title="Med andra ord",
        description="true om texten är återgiven med andra ord och originalet gäller, false om den är ordagrann.",
    )
    incomplete: Line | None = Field(
        None, title="Ofullständig", description="Vad av originalet som saknas här, till exempel: bilagorna."
    )
    note: Prose | None = Field(
        None, title="Anmärkning", description="Något annat som behöver sägas, till exempel att originalet är en nyhet."
    )


class Retrieved:
    """A source or an indicator: it may tell when its facts were retrieved. The field stands in each of them."""

    if TYPE_CHECKING:
        retrieved: CoarseDate | None
