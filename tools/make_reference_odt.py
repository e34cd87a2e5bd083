"""Make `templates/reference.odt`, the file whose styles, margins, head and foot every rendered OpenDocument file has.

Run it after a change here: `make reference`. It starts from pandoc's own reference document, and gives the styles that
documents use the same look as in Word.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pypandoc

COLOUR, QUIET, INK, RULE = "#1f4e79", "#46505c", "#1c2430", "#c9d0d8"
SERIF, SANS = "Cambria", "Calibri"
LIGHTS = {"green": "#2e7d32", "yellow": "#f2b705", "red": "#b3261e", "blue": "#4a7ba6", "grey": "#8a94a0"}
OUT = Path(__file__).parents[1] / "templates" / "reference.odt"


@dataclass(frozen=True)
class Look:
    """The look of a paragraph; lengths in points."""

    font: str
    size: float
    colour: str
    before: float
    after: float
    bold: bool = False
    together: bool = False
    line: int = 115
    more: str = ""
    inside: str = ""
    outline: int = 0


def heading(level: int, size: float, before: float) -> Look:
    return Look(SANS, size, COLOUR, before, 4, bold=True, together=True, line=100, outline=level)


INDENT = 'fo:margin-left="42mm" fo:text-indent="-42mm"'
TAB = '<style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops>'
PAGE_NUMBER = (
    '<style:tab-stops><style:tab-stop style:position="{}mm" style:type="right" style:leader-style="dotted" '
    'style:leader-text="."/></style:tab-stops>'
)
LINE = f'fo:border-top="0.5pt solid {INK}" fo:padding-top="2pt"'
PARAGRAPHS = {
    "Standard": Look(SERIF, 10.5, INK, 0, 6),
    "Text_20_body": Look(SERIF, 10.5, INK, 3, 4),
    "First_20_paragraph": Look(SERIF, 10.5, INK, 3, 4),
    "Title": Look(SANS, 21, COLOUR, 0, 8, bold=True, together=True, line=100),
    **{
        f"Heading_20_{i}": heading(i, size, before) for i, size, before in ((1, 14.5, 18), (2, 11.5, 12), (3, 10.5, 10))
    },
    **{f"Heading_20_{i}": heading(i, 10.5, 8) for i in (4, 5, 6)},
    "Definition_20_Term": Look(SANS, 9.5, QUIET, 2, 0, bold=True, together=True),
    "Definition_20_Term_20_Tight": Look(SANS, 9.5, QUIET, 2, 0, bold=True, together=True),
    "Definition_20_Definition": Look(SERIF, 10.5, INK, 0, 4, more='fo:margin-left="6mm"'),
    "Definition_20_Definition_20_Tight": Look(SERIF, 10.5, INK, 0, 4, more='fo:margin-left="6mm"'),
    "Footnote": Look(SERIF, 9, INK, 0, 2),
    "Document_20_Kind": Look(SANS, 10, QUIET, 0, 0, together=True),
    "Document_20_Status": Look(SANS, 9.5, QUIET, 4, 8),
    "Source_20_of_20_Law": Look(SANS, 9.5, QUIET, 2, 4, together=True),
    "Lead": Look(SERIF, 10.5, INK, 8, 2, together=True),
    "Details": Look(SANS, 9, INK, 0, 4),
    "Details_20_Kept": Look(SANS, 9, INK, 0, 4, together=True),
    "Clause": Look(SERIF, 10.5, INK, 3, 4, more='fo:margin-left="12mm" fo:text-indent="-12mm"', inside=TAB),
    "Clause_20_More": Look(SERIF, 10.5, INK, 0, 4, more='fo:margin-left="12mm"'),
    "Contents_20_1": Look(SANS, 9.5, INK, 4, 0, bold=True, inside=PAGE_NUMBER.format(160)),
    "Contents_20_1_20_Kept": Look(SANS, 9.5, INK, 4, 0, bold=True, together=True, inside=PAGE_NUMBER.format(160)),
    "Contents_20_2": Look(SANS, 9.5, INK, 0, 0, more='fo:margin-left="5mm"', inside=PAGE_NUMBER.format(155)),
    "Goal": Look(SERIF, 10.5, INK, 8, 4),
    "Fact": Look(SANS, 9.5, INK, 0, 2, more=INDENT, inside=TAB),
    "Fact_20_Kept": Look(SANS, 9.5, INK, 0, 2, together=True, more=INDENT, inside=TAB),
    "Fact_20_More": Look(SANS, 9.5, INK, 0, 2, more='fo:margin-left="42mm"'),
    "TableCaption": Look(SANS, 9, QUIET, 6, 2, together=True),
    "Table_20_Text": Look(SANS, 9.5, INK, 0, 0),
    "Table_20_Text_20_Kept": Look(SANS, 9.5, INK, 0, 0),
    "Table_20_Heading": Look(SANS, 9.5, INK, 0, 0, bold=True),
    "Subtitle": Look(SANS, 12.5, QUIET, 0, 6),
    "Fingerprint": Look(SANS, 9, QUIET, 14, 0, together=True),
    "Signature_20_Party": Look(SANS, 10.5, INK, 16, 0, bold=True, together=True),
    "Signature_20_Text": Look(SERIF, 10.5, INK, 0, 0, together=True),
    "Signature_20_Name": Look(SERIF, 10.5, INK, 2, 0, together=True),
    "Signature_20_Line": Look(SANS, 9, QUIET, 34, 0, together=True, more=LINE),
    "Page_20_Head": Look(SANS, 8.5, QUIET, 0, 0),
    "Page_20_Foot": Look(SANS, 8.5, QUIET, 0, 0, more='fo:text-align="end"'),
    "New_20_Page": Look(SANS, 2, INK, 0, 0, more='fo:break-before="page"', line=100),
    "Turn_20_Wide": Look(SANS, 2, INK, 0, 0, line=100),
    "Turn_20_Upright": Look(SANS, 2, INK, 0, 0, line=100),
}
MASTERS = {"Turn_20_Wide": "Wide", "Turn_20_Upright": "Standard"}


def main() -> None:
    """Write the file."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.odt"]
    given = subprocess.run(command, capture_output=True, check=True).stdout
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(given)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "mimetype", part)):
            part = old.read(name)
            if name == "styles.xml":
                part = styles(part.decode()).encode()
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, how)
    OUT.write_bytes(packed.getvalue())
    sys.stdout.write(f"{OUT}\n")


def styles(text: str) -> str:
    lights = [f"Light_20_{name}" for name in LIGHTS]
    for name in [*PARAGRAPHS, *lights]:
        kept = rf'\s*<style:style style:name="{name}"\s(?:(?!</?style:style[ >]).)*?(?:/>|</style:style>)'
        text = re.sub(rf'\s*<style:style style:name="{name}"[^>]*/>', "", text, flags=re.DOTALL)
        text = re.sub(kept.replace("(?:/>|</style:style>)", "</style:style>"), "", text, flags=re.DOTALL)
    made = [paragraph(name, look) for name, look in PARAGRAPHS.items()]
    made += [
        f'<style:style style:name="Light_20_{name}" style:display-name="Light {name}" style:family="text">'
        f'<style:text-properties fo:color="{colour}"/></style:style>'
        for name, colour in LIGHTS.items()
    ]
    text = text.replace('fo:keep-together="auto"', 'fo:keep-together="always"')
    text = text.replace("#000080", COLOUR)
    made.append('<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>')
    footnotes = 'text:note-class="footnote"'
    text = text.replace(footnotes, f'{footnotes} style:num-suffix=" "')
    text = text.replace("</office:styles>", "\n".join(made) + "\n</office:styles>")
    start, end = (
        text.index("<style:page-layout "),
        text.index("</office:automatic-styles>", text.index("<style:page-layout ")),
    )
    text = text[:start] + layout("Upright", 210, 297) + layout("Sideways", 297, 210) + text[end:]
    start, end = text.index("<office:master-styles>"), text.index("</office:master-styles>")
    masters = master("Standard", "Upright") + master("Wide", "Sideways")
    return text[:start] + f"<office:master-styles>{masters}" + text[end:]


def paragraph(name: str, look: Look) -> str:
    shown = name.replace("_20_", " ")
    parent = "" if name == "Standard" else ' style:parent-style-name="Standard"'
    outline = f' style:default-outline-level="{look.outline}"' if look.outline else ""
    kind = f'style:family="paragraph"{parent}{outline}'
    kind += f' style:master-page-name="{MASTERS[name]}"' if name in MASTERS else ""
    together = ' fo:keep-with-next="always"' if look.together else ""
    weight = ' fo:font-weight="bold"' if look.bold else ' fo:font-weight="normal"'
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" {kind}>'
        f'<style:paragraph-properties fo:margin-top="{look.before}pt" fo:margin-bottom="{look.after}pt" '
        f'fo:line-height="{look.line}%"{together} {look.more}>{look.inside}</style:paragraph-properties>'
        f'<style:text-properties fo:font-family="{look.font}" fo:font-size="{look.size}pt" fo:color="{look.colour}" '
        f'style:use-window-font-color="false" fo:font-style="normal"{weight}/></style:style>'
    )


def layout(name: str, width: int, height: int) -> str:
    turned = "landscape" if width > height else "portrait"
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}mm" '
        f'fo:page-height="{height}mm" style:num-format="1" style:print-orientation="{turned}" fo:margin-top="12mm" '
        'fo:margin-bottom="12mm" fo:margin-left="25mm" fo:margin-right="25mm" style:writing-mode="lr-tb">'
        '<style:footnote-sep style:width="0.5pt" style:distance-before-sep="1mm" style:distance-after-sep="1mm" '
        f'style:line-style="solid" style:adjustment="left" style:rel-width="25%" style:color="{RULE}"/>'
        "</style:page-layout-properties><style:header-style><style:header-footer-properties "
        'fo:min-height="13mm" fo:margin-bottom="8mm" style:dynamic-spacing="false"/></style:header-style>'
        "<style:footer-style><style:header-footer-properties "
        'fo:min-height="10mm" fo:margin-top="5mm" style:dynamic-spacing="false"/></style:footer-style>'
        "</style:page-layout>"
    )


def master(name: str, layout_name: str) -> str:
    foot = (
        '<text:p text:style-name="Page_20_Foot">{foot} <text:page-number text:select-page="current">1'
        "</text:page-number> (<text:page-count>1</text:page-count>)</text:p>"
    )
    mark = '<text:span text:style-name="Strong_20_Emphasis">{draft_mark}</text:span>'
    start = f'<text:p text:style-name="Page_20_Head">{mark}'
    head = f"<style:header>{start}{{running_title}}</text:p></style:header>"
    feet = f"<style:footer>{foot}</style:footer>"
    if name == "Standard":  # its first page has the title itself, and the same foot as the others
        head += f"<style:header-first>{start}</text:p></style:header-first>"
        feet += f"<style:footer-first>{foot}</style:footer-first>"
    start_of_master = f'<style:master-page style:name="{name}" style:page-layout-name="{layout_name}">'
    return f"{start_of_master}{head}{feet}</style:master-page>"


if __name__ == "__main__":
    main()
