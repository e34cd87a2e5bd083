"""What the program may take, and whether it holds: ratios to a program that checks the same files in the same run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from measuring import Figure

PEER = "check-jsonschema"
OURS = "samverkan "


@dataclass(frozen=True)
class Budget:
    """A ceiling.

    Attributes:
        label: the program that it is for.
        files: on how many documents.
        most: the ceiling: a part of what the peer takes, or seconds, or megabytes.
        unit: which of these: `×`, `s` or `MB`.
    """

    label: str
    files: int
    most: float
    unit: str = "×"


BUDGETS = (
    Budget("samverkan --version", 1, 0.1),
    Budget("samverkan --help", 1, 0.3),
    Budget("samverkan validate, workspaces, nothing kept", 1, 0.65),
    Budget("samverkan validate, workspaces, nothing changed", 1, 0.35),
    *(
        budget
        for where in ("workspaces", "one workspace")
        for budget in (
            Budget(f"samverkan validate, {where}, nothing kept", 3000, 1 / 6),
            Budget(f"samverkan validate, {where}, nothing changed", 3000, 1 / 150),
            Budget(f"samverkan validate, {where}, one file changed", 3000, 1 / 60),
            Budget(f"samverkan followup, {where}, nothing changed", 3000, 1 / 60),
            Budget(f"samverkan law, {where}, nothing changed", 3000, 1 / 60),
            Budget(f"samverkan validate --watch, {where}, one file saved", 3000, 0.1, "s"),
            Budget(f"samverkan lsp, {where}, first opening, the second time", 3000, 1, "s"),
            Budget(f"samverkan followup, {where}, nothing kept", 3000, 400, "MB"),
            Budget(f"samverkan law, {where}, nothing kept", 3000, 400, "MB"),
        )
    ),
    Budget("samverkan validate, workspaces, nothing kept", 3000, 400, "MB"),
    Budget("samverkan validate, one workspace, nothing kept", 3000, 400, "MB"),
    Budget("samverkan validate, workspaces, nothing kept", 30_000, 60, "s"),
    Budget("samverkan validate, workspaces, nothing kept", 30_000, 400, "MB"),
    Budget("samverkan validate, workspaces, nothing changed", 30_000, 3, "s"),
    Budget("samverkan render, 1 file to pdf", 1, 0.7, "s"),
    Budget("samverkan render to pdf, html and docx", 100, 30, "s"),
    Budget("samverkan reading 9 levels of aliases", 1, 0.1, "s"),
    Budget("samverkan reading 10,000 aliases", 1, 0.1, "s"),
    Budget("samverkan reading 5,000 brackets", 1, 0.5, "s"),
    Budget("samverkan reading 1,500 lists in lists", 1, 0.5, "s"),
    Budget("samverkan reading 100,000 keys", 1, 1, "s"),
    Budget("samverkan reading 100,000 items", 1, 1, "s"),
)


def budget_lines(figures: Sequence[Figure]) -> Iterator[str]:
    """Tell of each budget what was measured, and whether it holds; of what was not measured, that it was not."""
    known = {(one.label, one.files): one for one in figures}
    yield "| budget | files | at most | measured | holds |"
    yield "|---|--:|--:|--:|---|"
    for budget in BUDGETS:
        one, peer = known.get((budget.label, budget.files)), known.get((PEER, budget.files))
        taken = None
        if one is not None and budget.unit == "×":
            taken = one.seconds / peer.seconds if peer else None
        elif one is not None:
            taken = one.seconds if budget.unit == "s" else one.megabytes
        said = "not measured | –" if taken is None else f"{taken:.3g} {budget.unit} | {_holds(taken, budget)}"
        yield f"| {budget.label.removeprefix(OURS)} | {budget.files} | {_written(budget)} | {said} |"


def _holds(taken: float, budget: Budget) -> str:
    return "yes" if taken <= budget.most else f"no: {taken / budget.most:.1f} times as much"


def _written(budget: Budget) -> str:
    is_part = budget.unit == "×" and budget.most < 1 / 2 and (1 / budget.most).is_integer()
    return f"1/{1 / budget.most:.0f} ×" if is_part else f"{budget.most:g} {budget.unit}"
