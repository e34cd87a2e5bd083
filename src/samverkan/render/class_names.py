"""The class names of the HTML that documents are made from: templates write them, and the formats read them.

A class that only the web page shows differently stands here too, so that the list is whole.
"""

from __future__ import annotations

from enum import StrEnum


class ClassName(StrEnum):
    """A class in `templates/*.html.j2`; read by `style.css`, by the trees of `formats/`, or by both."""

    # Parts that every format lays out in its own way: `typst_tree` and `office_tree` read them.
    DOCUMENT_HEAD = "document-head"
    KIND = "kind"
    SUBTITLE = "subtitle"
    STATUS = "status"
    LAW = "law"
    FACTS = "facts"
    AXIS_NOTE = "axis-note"
    DETAILS = "details"
    DETAILS_OF_CHART = "details-of-chart"
    LEAD = "lead"
    GOAL = "goal"
    CARD = "card"
    POSTER = "poster"
    YEAR_WHEEL = "year-wheel"
    MONTH = "month"
    POSTER_LINE = "poster-line"
    PROMISE = "promise"
    IN_SHORT = "in-short"
    PROMISE_TEXT = "promise-text"
    CHART = "chart"
    BESIDE = "beside"
    CHART_SIDE = "chart-side"
    FIGURES_SIDE = "figures-side"
    FIGURES = "figures"
    SMALL_CHARTS = "small-charts"
    SMALL_CHART = "small-chart"
    TOGETHER = "together"
    WIDE = "wide"
    NEW_PAGE = "new-page"
    CLAUSE = "clause"
    PREAMBLE = "preamble"
    CONTENTS = "contents"
    LIGHT = "light"

    # The page of signatures: as above.
    SIGNATURES = "signatures"
    PLACE_AND_DATE = "place-and-date"
    SIGNATORIES = "signatories"
    SIGNATORY = "signatory"
    SIGNATORY_PARTY = "signatory-party"
    SIGNATORY_PLACE = "signatory-place"
    SIGNATURE_LINE = "signature-line"
    SIGNED_LINE = "signed-line"
    SIGNATORY_NAME = "signatory-name"
    SIGNATORY_ROLE = "signatory-role"
    FINGERPRINT = "fingerprint"

    # Only on web pages: `style.css` and the pages' own styles read them.
    SKIP = "skip"
    LETTERHEAD = "letterhead"
    DRAFT_MARK = "draft-mark"
    NUMBER = "number"
    LABEL = "label"
    DEFINITIONS = "definitions"
    NOTES = "notes"
    SCROLL = "scroll"
    ON_PAGES = "on-pages"
    ON_PHONES = "on-phones"
    WHEN = "when"
    MISSING = "missing"

    # Read by nothing of ours: they tell an organisation's own style what it is about.
    ENTRY = "entry"
    FOCUS_AREA = "focus-area"
    PARTIES = "parties"
    CAUSE = "cause"
    SOURCES = "sources"
    ASSESSMENTS = "assessments"
    BESIDES = "besides"
    GOALS = "goals"
    REVIEWS = "reviews"
    OUTCOMES = "outcomes"
    EVENTS = "events"
    REPORTS = "reports"
    OVERVIEW = "overview"
    GOALS_IN_SHORT = "goals-in-short"
    MARKS = "marks"
    DEEDS = "deeds"
    LAW_OVERVIEW = "law-overview"
    LAW_ANSWERS = "law-answers"


LIGHTS = {"green": "2e7d32", "yellow": "f2b705", "red": "b3261e", "blue": "4a7ba6", "grey": "8a94a0"}
"""The colour of the dot before a word of class `light light-NAME`, by its name, as six hexadecimal digits."""
LIGHT_PREFIX = "light-"
"""What stands before the name of the colour in the class of a light."""
