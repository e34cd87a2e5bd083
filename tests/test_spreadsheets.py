"""Tables of other programs: what their cells show, what is refused, and what is said where a table cannot be made."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

import openpyxl
import pytest

from samverkan.errors import ReadWriteError
from samverkan.spreadsheets.forms import new_form_book
from samverkan.spreadsheets.opening import grids_in
from samverkan.spreadsheets.workbook import grids_of
from samverkan.spreadsheets.writing import ListSheet
from samverkan.words.spreadsheets import NO_EXTRA, NO_ROOM

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

FILE = Path("fil.csv")


def book(*cells: object, iso_dates: bool = False) -> bytes:
    """Write a workbook with one row."""
    made = openpyxl.Workbook(iso_dates=iso_dates)
    sheet: Any = made.worksheets[0]
    sheet.append(cells)
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize("iso_dates", [False, True])
def test_days_and_times_of_a_workbook_are_read_as_they_are(iso_dates: bool) -> None:
    cells = (dt.date(2026, 3, 4), dt.datetime(2026, 3, 4, 18, 30), dt.time(18, 30), dt.timedelta(hours=30), 7, 0.5)  # noqa: DTZ001 - as workbooks hold them
    (grid,) = grids_of(book(*cells, iso_dates=iso_dates))
    day = dt.date(2026, 3, 4)
    assert [cell.value for cell in grid.rows[0]] == [day, day, "18:30:00", "1 day, 6:00:00", Decimal(7), Decimal("0.5")]


def refused(raw: bytes) -> str:
    """Give what is said of a file that cannot be read."""
    with pytest.raises(ReadWriteError) as caught:
        grids_in(FILE, raw, grids_of)
    return caught.value.message.say("sv")


def test_a_cell_longer_than_any_table_has_is_no_table() -> None:
    assert "skadad" in refused(b"a;b\n1;" + b"x" * 150_000)


def test_more_cells_than_are_read_are_told() -> None:
    assert "600" in refused(b";" * 600_001)


def test_half_a_character_is_told_as_damage() -> None:
    assert "skadad" in refused(b"\xff\xfea\x00\x00\xd8")


def test_a_part_behind_a_password_is_told_before_it_is_opened() -> None:
    raw = bytearray(book("svar"))
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        starts = [part.header_offset for part in parts.infolist()]
    listed = raw.find(b"PK\x01\x02")
    raw[starts[0] + 6] |= 1
    raw[listed + 8] |= 1
    assert "lösenord" in refused(bytes(raw))


def test_a_workbook_without_the_program_that_reads_them_is_told_with_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("samverkan.spreadsheets.opening.find_spec", lambda _name: None)
    assert refused(book("svar")) == NO_EXTRA.say("sv")
    assert [cell.text for cell in grids_in(FILE, b"a;b\n1;2\n", grids_of)[0].rows[1]] == ["1", "2"]


@pytest.mark.parametrize("words", [["uppnått", "delvis, men nära"], ['så kallat "klart"'], ["ord"] * 80])
def test_what_has_no_place_in_a_list_of_excel_is_left_to_be_written(words: list[str]) -> None:
    made = new_form_book("Svar")
    made.sheet.choose(1, 1, words, "Välj ett av orden.")
    assert not made.sheet.sheet.data_validations.dataValidation
    made.sheet.choose(1, 1, ["ja", "nej"], "Välj ett av orden.")
    assert [one.formula1 for one in made.sheet.sheet.data_validations.dataValidation] == ['"ja,nej"']


class Full:
    """A sheet on a disk that takes no more."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def append(self, _cells: object) -> NoReturn:
        raise self.error


def lxml_error() -> Exception:
    """Give what the library raises where lxml writes its sheets."""
    made: type[Exception] = type("SerialisationError", (Exception,), {"__module__": "lxml.etree"})
    return made("IO_WRITE")


def test_a_full_disk_is_told_in_one_sentence_whichever_library_meets_it() -> None:
    for error in (OSError(28, "No space left on device"), lxml_error()):
        with pytest.raises(ReadWriteError) as caught:
            ListSheet(cast("WriteOnlyWorksheet", Full(error))).add([])
        assert caught.value.message == NO_ROOM
    with pytest.raises(KeyError):  # a fault of the program's own is not told as a full disk
        ListSheet(cast("WriteOnlyWorksheet", Full(KeyError("x")))).add([])
