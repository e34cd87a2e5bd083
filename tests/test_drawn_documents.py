"""Whatever the schemas let an author write: findings in their places and order, and the same once more."""

from __future__ import annotations

import csv
import io
import json
import random
import xml.etree.ElementTree as ET
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import icalendar
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from samverkan.check import check
from samverkan.duties.rows import rows
from samverkan.escape import printable, safe_cell
from samverkan.findings import Severity, in_order
from samverkan.model.kinds import KINDS
from samverkan.output.duties.csv import rows_csv
from samverkan.output.duties.ics import rows_calendar
from samverkan.output.duties.page import rows_page
from samverkan.output.findings.junit import findings_junit
from samverkan.output.findings.runner import runner_in
from samverkan.output.findings.sarif import findings_sarif
from samverkan.output.json_v1 import findings_json, rows_json
from samverkan.source.decoding import decode
from samverkan.source.lines import lines_of
from samverkan.source.quoting import quoted
from samverkan.source.reader import parse
from tests.conftest import SMALL, plain, written
from tests.schema_drawn import documents

if TYPE_CHECKING:
    import pytest

    from samverkan.findings import Finding

TODAY = date(2024, 6, 1)
DRAWN = st.sampled_from([str(kind) for kind in KINDS]).flatmap(documents)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
ANY_TEXT = st.text(max_size=40)


def as_lines(data: Any) -> str:
    """Write plain data as others write YAML: blocks, and quotes where they are needed."""
    out = io.StringIO()
    yaml = YAML(pure=True)
    yaml.width = 4096
    yaml.dump(data, out)
    return out.getvalue()


@given(data=DRAWN)
@settings(max_examples=120, suppress_health_check=SLOW)
def test_findings_stand_in_the_file_in_one_order(
    data: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("x")
    text = as_lines(data)
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    result = check([str(folder)], TODAY)
    assert not result.rule_crashed
    lines = lines_of(text)
    for found in result.findings:
        span = found.span
        assert 1 <= span.line <= span.end_line <= len(lines), found
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1, found
        assert (span.line, span.column) < (span.end_line, span.end_column), found
        assert found.message.say("sv")
        assert found.message.say("en")
    told = list(result.findings)
    assert in_order(random.Random(1).sample(told, len(told))) == told  # noqa: S311 - any order will do
    again = check([str(folder)], TODAY)
    assert [as_told(found) for found in again.findings] == [as_told(found) for found in told]


def as_told(found: Finding) -> tuple[object, ...]:
    said = [text.say(language) for text in (found.message, found.help) for language in ("sv", "en")]
    return (found.rule, found.severity, found.file, found.span, *said)


@given(data=DRAWN)
@settings(max_examples=150, suppress_health_check=SLOW)
def test_what_is_read_and_written_is_the_same(data: dict[str, Any]) -> None:
    for text in (as_lines(data), written(data) + "\n"):
        read = plain(text)
        assert read == data
        assert plain(as_lines(read)) == data
        assert parse(text, pure=True) == parse(text)


@given(text=ANY_TEXT)
@settings(max_examples=300)
def test_quotes_come_back(text: str) -> None:
    line = f"a: {quoted(text)}\n"
    decoded, faults = decode(line.encode("utf-8", "surrogatepass"))
    if faults or decoded is None or {"\n", "\r"} & set(text):
        return
    assert parse(line) == ({"a": text}, [])


class _Text(HTMLParser):
    found = ""

    def handle_data(self, data: str) -> None:
        self.found += data


def texts(data: Any) -> list[str]:
    """Give every text in plain data."""
    if isinstance(data, str):
        return [data]
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for value in inner for text in texts(value)]


SIGNS = st.sampled_from(
    ["<b>", "&amp;", '"', "'", ",", ";", "\\", "\\n", "]]>", "=1+1", "::", "%0A", "|", "`", "{{", "å", "🙂"]
)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"))
TITLES = st.lists(SIGNS | LETTERS, min_size=1, max_size=30).map(lambda parts: f"x{''.join(parts)}y")


@given(title=TITLES)
@settings(max_examples=80, suppress_health_check=SLOW)
def test_a_text_comes_back_from_every_format(title: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("x")
    text = SMALL.replace("Samverkansöverenskommelse för Exempelby", written(title))
    text = text.replace("Exempelby kommun", written(title)) + "follow_up: {cadence: yearly}\n"
    (folder / "a.yaml").write_text(f"{text}{written(title)}: x\n", encoding="utf-8")  # a key that no document has
    result = check([str(folder)], TODAY)
    (key,) = [one for one in result.findings if one.rule == "unknown-key"]
    told = key.message.say("sv")
    assert '"' in title or "'" in title or printable(title) in told  # quotes inside quotes become others
    page = _Text()
    page.feed(rows_page(due := rows(result.workspaces, TODAY), TODAY, "sv", {}))
    assert title in page.found
    assert any(title in value for value in texts(json.loads(rows_json(due, TODAY, "sv"))))
    cells = [
        cell
        for row in csv.reader(io.StringIO(rows_csv(due, "sv").removeprefix("\ufeff")), delimiter=";")
        for cell in row
    ]
    assert any(safe_cell(title) in cell or title in cell for cell in cells)
    events = icalendar.Calendar.from_ical(rows_calendar(due, TODAY, "sv")).walk("VEVENT")
    assert any(title in f"{event.get('SUMMARY')} {event.get('DESCRIPTION')}" for event in events)
    runner = runner_in({}, str(folder))
    failures = ET.fromstring(findings_junit(result, "sv", runner, Severity.ERROR)).iter("failure")  # noqa: S314 - ours
    assert any(one.get("message") == told for one in failures)
    found = json.loads(findings_sarif(result, "sv", runner))["runs"][0]["results"]
    assert any(told in one["message"]["text"] for one in found)
    assert told in {one["message"] for one in json.loads(findings_json(result, "sv"))["findings"]}
