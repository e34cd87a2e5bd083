"""Whatever a file holds, only findings come out: no exception, no broken rule, every document judged and rendered."""

from __future__ import annotations

import copy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan.check import check, placed
from samverkan.duties.rows import rows
from samverkan.findings import Severity
from samverkan.model.choices import Kind
from samverkan.model.load import load
from samverkan.output.json_v1 import findings_json, rows_json
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.render.run.collected import CollectedRendering
from samverkan.render.run.report import ReportRendering
from samverkan.thread import rows as matrix
from samverkan.thread import threads
from samverkan.workspace.document import Document
from samverkan.workspace.workspace import Workspace
from tests.conftest import EXAMPLES, ROOT, SMALL, plain, written

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 20)
SMALL_WORKSPACE = ROOT / "tests" / "workspace"
SOURCES = [*sorted((EXAMPLES / "founding").glob("*.yaml")), ROOT / "tests" / "documents" / "allt.yaml"]
WHOLE = [plain(path.read_text(encoding="utf-8")) for path in SOURCES]
ODD = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "\u200b",
            "~",
            "0001",
            "9999-12-31",
            "2024-02-30",
            "signing",
            "further-notice",
            "jointly",
            "P0Y",
            "P9999D",
            "at-least-",
            "1e999",
            "-0",
            "[^x]",
            "[^lag][^lag]",
            "x#y",
            "a" * 3000,
            "{typst:x}",
            "\u202e",
            "é",
        ]
    ),
    st.text(max_size=20).filter(lambda text: text.isprintable()),
    st.lists(st.just("x"), max_size=2),
    st.dictionaries(st.sampled_from(["id", "text", "from", "by"]), st.just("x"), max_size=2),
)


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return found + [place for key, value in inner for place in places(value, (*path, key))]


def changed(document: Any, data: st.DataObject) -> Any:
    """Take away some of a document's values, or put odd ones in their place."""
    for _ in range(data.draw(st.integers(1, 4))):
        if not (found := places(document)):
            break
        place = data.draw(st.sampled_from(found))
        around = document
        for step in place[:-1]:
            around = around[step]
        if data.draw(st.booleans()):
            around[place[-1]] = data.draw(ODD)
        else:
            del around[place[-1]]
    return document


@given(data=st.data())
@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
def test_any_change_gives_findings_only(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    document = changed(copy.deepcopy(data.draw(st.sampled_from(WHOLE))), data)
    folder = tmp_path_factory.mktemp("x")
    (folder / "a.yaml").write_text(written(document), encoding="utf-8")
    (folder / "b.yaml").write_text(SMALL + "supersedes: lessebo-2019\n", encoding="utf-8")
    result = check([str(folder)], TODAY)
    assert not result.rule_crashed
    for language in ("sv", "en"):
        assert findings_json(result, language)
        assert rows_json(rows(result.workspaces, TODAY), TODAY, language)


@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_change_in_a_workspace_can_be_shown(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("x")
    for path in SMALL_WORKSPACE.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    for path in data.draw(
        st.lists(st.sampled_from(sorted(folder.glob("*.yaml"))), min_size=1, max_size=2, unique=True)
    ):
        document = changed(plain(path.read_text(encoding="utf-8")), data)
        path.write_text(written(document), encoding="utf-8")
    result = check([str(folder)], TODAY)
    assert not result.rule_crashed
    assert rows_json(rows(result.workspaces, TODAY), TODAY, "sv")
    for workspace in result.workspaces:
        assert all(list(matrix(thread)) for thread in threads(workspace))
        for document in (found for found in workspace.documents if found.model is not None):
            assert Rendering(document, workspace, TODAY).to(DocumentFormat.HTML)
        for agreement in workspace.of_kind(Kind.AGREEMENT):
            if agreement.model is not None:
                assert CollectedRendering(agreement, workspace, TODAY).to(DocumentFormat.HTML)
                assert ReportRendering(agreement, workspace, TODAY).to(DocumentFormat.HTML)


@given(
    st.recursive(
        st.one_of(st.none(), st.text(max_size=8)),
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
        max_leaves=12,
    )
)
@settings(max_examples=300)
def test_any_data_is_loaded_or_refused_with_findings(data: Any) -> None:
    whole = {**plain(SMALL), **data} if isinstance(data, dict) else data
    loaded = load(whole)
    assert loaded.model is not None or loaded.remarks
    document = Document("a.yaml", SMALL, whole, loaded.kind, loaded.model, loaded.unread, tuple(loaded.remarks))
    for remark in loaded.remarks:
        placed(remark, document, Workspace((document,)))


def test_one_broken_file_among_many(tmp_path: Path) -> None:
    for i in range(50):
        (tmp_path / f"{i}.yaml").write_text(SMALL.replace("avtal-2024", f"avtal-{i}"), encoding="utf-8")
    (tmp_path / "99.yaml").write_bytes(b"samverkan: 1\nid: \xff\n")
    result = check([str(tmp_path)], TODAY)
    assert [finding.rule for finding in result.findings if finding.severity is Severity.ERROR] == ["not-utf8"]
    assert result.files == 51


@pytest.mark.parametrize("left_out", ["samverkan: 1\n", "    causes:\n"])
def test_a_plan_is_shown_where_its_cause_analysis_cannot_be_read(left_out: str, tmp_path: Path) -> None:
    for path in SMALL_WORKSPACE.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    analysis = tmp_path / "orsaker-2024.yaml"
    read = analysis.read_text(encoding="utf-8")
    assert left_out in read
    analysis.write_text(read.replace(left_out, "    causer:\n" if "causes" in left_out else ""), encoding="utf-8")
    (workspace,) = check([str(tmp_path)], TODAY).workspaces
    for document in workspace.of_kind(Kind.ACTION_PLAN):
        page = Rendering(document, workspace, TODAY).to(DocumentFormat.HTML).decode()
        assert "Bättre belysning" in page
