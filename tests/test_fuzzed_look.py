"""Whatever stands in a file that gives documents their look: it is used, or refused in words of ours."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import font_source_sans_pro
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samverkan.render.formats.word_template import completed
from samverkan.render.logo import LogoError, logo_of
from samverkan.render.look import Look
from samverkan.render.office_template import OfficeTemplateError, require_sound
from samverkan.render.run.manifest import Manifest
from samverkan.resources import content
from tests.conftest import SMALL
from tests.test_look import JPEG, SVG, png

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

WORD, OPEN_DOCUMENT = content("templates", "reference.docx"), content("templates", "reference.odt")
PIECES = (
    b"\0",
    b"<",
    b"&a;",
    b"<!--",
    b"<style>",
    b"url(#a)",
    b"<use href='#a'/>",
    b"1e999",
    b"PK\x01\x02",
    b"\xff" * 4,
)
FONT = min((Path(font_source_sans_pro.__file__).parent / "files").rglob("*.[to]tf"), default=None)


@st.composite
def damaged(draw: st.DrawFn, *whole: bytes) -> bytes:
    """Give a file in which some bytes are others, missing, or too many, or which breaks off."""
    data = bytearray(draw(st.sampled_from(whole)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 8))
        data[at : at + length] = draw(st.one_of(st.binary(max_size=8), st.sampled_from(PIECES)))
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


@given(damaged(SVG, png(), JPEG))
@settings(max_examples=400)
def test_any_logo(data: bytes) -> None:
    with suppress(LogoError):
        assert logo_of(data).address


@given(damaged(WORD, OPEN_DOCUMENT))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_office_template(data: bytes) -> None:
    with suppress(OfficeTemplateError):
        require_sound(data, ("[Content_Types].xml", "word/document.xml", "word/styles.xml"))
        assert completed(data, Look().tones)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(("files", "version", "last_run", "samverkan", "sha256", "seal", "source", "a.html")),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=20,
)


@given(JSON)
@example({"files": {"a.html": {"sha256": "0" * 64, "source": "\ud800"}}})
@settings(max_examples=200)
def test_any_manifest(tmp_path_factory: pytest.TempPathFactory, said: Any) -> None:
    out = tmp_path_factory.mktemp("ut")
    (out / ".samverkan-manifest.json").write_text(json.dumps(said), encoding="utf-8")
    manifest = Manifest.read(out)
    assert not manifest.is_current("a.html", "")
    manifest.begin()
    manifest.end()
    assert not Manifest.read(out).is_current("a.html", "")


@pytest.mark.skipif(FONT is None, reason="the package has no fonts of this kind")
@pytest.mark.parametrize("kind", ["cut", "empty", "zeros", "text", "flipped"])
def test_a_damaged_font_is_one_that_is_not_there(kind: str, run: Callable[..., Outcome], tmp_path: Path) -> None:
    assert FONT is not None
    whole = FONT.read_bytes()
    damage = {
        "cut": whole[:3000],
        "empty": b"",
        "zeros": whole[:12] + bytes(4000),
        "text": b"hej",
        "flipped": bytes(byte ^ (0xFF if i % 97 == 0 and i > 200 else 0) for i, byte in enumerate(whole)),
    }
    (tmp_path / "typsnitt").mkdir()
    (tmp_path / "typsnitt" / "a.ttf").write_bytes(damage[kind])
    look = "samverkan: 1\nkind: workspace\nlook: {fonts: {folder: typsnitt}}\n"
    (tmp_path / "samverkan.yaml").write_text(look, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    ended = run("render", "--format", "html,pdf", "--today", "2024-06-01")
    assert ended.code in {0, 2, 4}, ended.err
    assert "Traceback" not in ended.err
    assert ended.code == 2 or (tmp_path / "build" / "avtal-2024.html").exists()
