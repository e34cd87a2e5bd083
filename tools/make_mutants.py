"""Write down small faults that could be in the code whose answers matter most, one a line, for `tools/try_mutants.py`.

Cosmic Ray makes them: each is the text of one module with one sign, word or number changed. Faults that cannot be told
from the code as it is (an annotation, `is` for `==`) are not made.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
import re
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "samverkan"
PARTS = {
    "rules": ["rules/**/*.py"],
    "law": ["law/**/*.py"],
    "duties": ["duties/**/*.py"],
    "reviews": ["reviews/**/*.py"],
    "fingerprint": ["model/fingerprint.py"],
    "escaping": ["escape.py"],
}
# Of the many that replace one operator by another, those that a person could write by mistake.
OPERATORS = [
    "AddNot", "ReplaceUnaryOperator_Delete_Not", "ReplaceAndWithOr", "ReplaceOrWithAnd",
    "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "NumberReplacer", "ZeroIterationForLoop",
    "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer", "RemoveDecorator",
    "ReplaceBinaryOperator_Add_Sub", "ReplaceBinaryOperator_Sub_Add", "ReplaceBinaryOperator_Mul_Div",
    "ReplaceBinaryOperator_FloorDiv_Mul", "ReplaceBinaryOperator_Mod_Mul", "ReplaceBinaryOperator_BitAnd_BitOr",
    "ReplaceComparisonOperator_Eq_NotEq", "ReplaceComparisonOperator_NotEq_Eq", "ReplaceComparisonOperator_Is_IsNot",
    "ReplaceComparisonOperator_IsNot_Is", "ReplaceComparisonOperator_Lt_LtE", "ReplaceComparisonOperator_Lt_GtE",
    "ReplaceComparisonOperator_LtE_Lt", "ReplaceComparisonOperator_LtE_Gt", "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_Gt_LtE", "ReplaceComparisonOperator_GtE_Gt", "ReplaceComparisonOperator_GtE_Lt",
]  # fmt: skip


class Mutant(NamedTuple):
    """One fault: where it is, what made it, and the module with it."""

    part: str
    file: str
    line: int
    operator: str
    occurrence: int
    before: str
    after: str
    text: str


def without_meaning(text: str) -> set[int]:
    """Give the lines that no answer depends on: imports of types, and whether answers are kept or values frozen."""
    lines: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        for one in getattr(node, "decorator_list", []):
            if re.match(r"(dataclass|remembered|cache)\b", ast.unparse(one)):
                lines.update(range(one.lineno, (one.end_lineno or one.lineno) + 1))
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            lines.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def same_tree(one: str, other: str) -> bool:
    """Whether two modules differ in annotations at most."""

    def bare(text: str) -> str:
        tree = ast.parse(text)
        for node in ast.walk(tree):
            for name in ("annotation", "returns"):
                if getattr(node, name, None) is not None and not isinstance(node, ast.AnnAssign):
                    setattr(node, name, None)
        return ast.dump(tree)

    return bare(one) == bare(other)


def places(path: Path) -> Iterator[tuple[Path, int, str, int]]:
    """Give where the operators can change a module: file, line, operator, and which of its places in the file."""
    text = path.read_text(encoding="utf-8")
    tree, silent = get_ast(text), without_meaning(text)
    for name in OPERATORS:
        operator = plugins.get_operator(f"core/{name}")()
        found = [place for node in ast_nodes(tree) for place in operator.mutation_positions(node)]
        yield from ((path, line, name, i) for i, ((line, _), _) in enumerate(found) if line not in silent)


def mutant(part: str, path: Path, line: int, name: str, occurrence: int) -> Mutant | None:
    """Make one fault; none where the outcome is no Python, or the same as before."""
    text = path.read_text(encoding="utf-8")
    changed = mutate_code(text, plugins.get_operator(f"core/{name}")(), occurrence)
    try:
        if changed is None or same_tree(text, changed):
            return None
    except SyntaxError:
        return None
    pairs = zip(text.splitlines(), changed.splitlines(), strict=False)
    before, after = next(((a.strip(), b.strip()) for a, b in pairs if a != b), ("", ""))
    return Mutant(part, path.relative_to(ROOT).as_posix(), line, name, occurrence, before, after, changed)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sample", type=int, default=0, help="at most so many of each part, chosen by chance")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--out", type=Path, required=True)
    told = asked.parse_args()
    written: list[Mutant] = []
    for part, patterns in PARTS.items():
        files = sorted(path for pattern in patterns for path in SOURCE.glob(pattern))
        found = [place for path in files for place in places(path)]
        random.Random(told.seed).shuffle(found)  # noqa: S311 - no secret
        made = (one for place in found if (one := mutant(part, *place)) is not None)
        chosen = list(islice(made, told.sample or None))
        print(f"{part}: {len(found)} places, {len(chosen)} mutants", file=sys.stderr)
        written += chosen
    random.Random(told.seed).shuffle(written)  # noqa: S311 - a run that is cut short has tried some of each part
    told.out.parent.mkdir(parents=True, exist_ok=True)
    told.out.write_text("".join(json.dumps(one._asdict()) + "\n" for one in written), encoding="utf-8")


if __name__ == "__main__":
    main()
