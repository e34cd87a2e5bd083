"""Every table, in the order in which they are written."""

from __future__ import annotations

from samverkan.export.actions import activities, commitments, communication, measures, promises
from samverkan.export.documents import documents
from samverkan.export.due import duties, law
from samverkan.export.figures import indicators
from samverkan.export.follow_ups import notes, outcomes
from samverkan.export.goals import goals

TABLES = (
    *(documents(), goals(), measures(), commitments(), promises(), activities(), communication()),
    *(indicators(), outcomes(), notes(), duties(), law()),
)
