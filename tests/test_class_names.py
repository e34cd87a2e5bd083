"""The class names that templates, styles and formats share: all of them stand in one list, and each is used."""

from __future__ import annotations

import re
import zipfile

import pytest

from samverkan.duties.rows import Status
from samverkan.render.class_names import LIGHT_PREFIX, LIGHTS, ClassName
from samverkan.render.formats import office_tree, typst_tree
from tests.conftest import ROOT

TEMPLATES = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "templates").iterdir())
    if path.suffix in {".j2", ".css"}
}
HTML = {name: text for name, text in TEMPLATES.items() if name.endswith(".html.j2")}
STYLE = TEMPLATES["style.css"]
CLASS = re.compile(r'\bclass="((?:\{\{.*?\}\}|[^"])*)"')
SELECTOR = re.compile(r"^[^{}@]*(?=\{)", re.MULTILINE)
# Made from values rather than written: how urgent a list of duties is, and the colours of lights.
MADE = {*Status, *(LIGHT_PREFIX + colour for colour in LIGHTS)}


def written_classes(template: str) -> set[str]:
    """Find the classes that a template writes, also those that it chooses between."""
    found = set[str]()
    for value in CLASS.findall(template):
        chosen = " ".join(re.findall(r'"([^"]*)"', " ".join(re.findall(r"\{\{(.*?)\}\}", value))))
        literal = re.sub(r"\S*\{\{.*?\}\}\S*", " ", value)
        found |= {*chosen.split(), *literal.split()}
    return found


def styled_classes(style: str) -> set[str]:
    """Find the classes that rules of CSS choose by, outside their braces."""
    return {name for selector in SELECTOR.findall(style) for name in re.findall(r"\.([a-z][a-z-]*)", selector)}


def page_styles() -> str:
    return "\n".join(re.findall(r"\{% block style %\}(.*?)\{% endblock %\}", "".join(HTML.values()), re.DOTALL))


def test_templates_write_only_classes_of_the_list() -> None:
    found = {name: written_classes(text) - set(ClassName) for name, text in HTML.items()}
    assert {name: extra for name, extra in found.items() if extra} == {}


def test_styles_choose_only_classes_of_the_list() -> None:
    found = styled_classes(STYLE) | styled_classes(page_styles())
    assert found - set(ClassName) - MADE == set()
    assert len(found) > 30


def test_every_class_of_the_list_is_written_by_a_template() -> None:
    found = {name for text in HTML.values() for name in written_classes(text)}
    assert set(ClassName) - found == set()


def test_the_pdf_has_a_function_for_each_class_that_is_given_to_one() -> None:
    functions = set(re.findall(r"^#let ([a-z-]+)\(", TEMPLATES["page.typ.j2"], re.MULTILINE))
    assert {call.partition("(")[0] for call in typst_tree.FUNCTIONS.values()} - functions == set()


@pytest.mark.parametrize(
    ("name", "part", "blank"), [("reference.docx", "word/styles.xml", " "), ("reference.odt", "styles.xml", "_20_")]
)
def test_the_built_in_office_files_have_the_style_of_each_class(name: str, part: str, blank: str) -> None:
    with zipfile.ZipFile(ROOT / "templates" / name) as packed:
        styles = packed.read(part).decode()
    lacking = [style for style in office_tree.STYLES.values() if f'"{style.replace(" ", blank)}"' not in styles]
    assert lacking == []


def test_lights_have_the_same_colours_on_web_pages() -> None:
    colours = dict(re.findall(rf"\.{LIGHT_PREFIX}([a-z]+)::before \{{ background: #([0-9a-f]{{6}});", STYLE))
    grey = re.findall(r"\.light::before \{[^}]*background: #([0-9a-f]{6});", STYLE)
    assert {**colours, "grey": grey[0]} == LIGHTS
