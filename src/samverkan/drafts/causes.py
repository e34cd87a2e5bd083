"""A cause analysis of the problems that a situation picture has not analysed itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.drafts.basis import data_of, mappings
from samverkan.drafts.sheet import BLANK, Noted
from samverkan.model.choices import Kind
from samverkan.words import drafts as said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.drafts.basis import Basis
    from samverkan.drafts.sheet import Draft, Value
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


def new_analysis(basis: Basis) -> Draft:
    """Write a cause analysis to fill in, with each problem that waits for one."""
    picture = basis.picture.id if basis.picture else None
    body: dict[str, Value] = {**basis.links(), "picture": picture or BLANK, "date": BLANK, **basis.supersedes()}
    return basis.draft({**body, "analyses": list(_analyses(basis))})


def _analyses(basis: Basis) -> Iterator[Value]:
    names = basis.fresh("cause")
    for problem in _waiting(basis) or [{}]:
        title = problem.get("title", BLANK)
        about: dict[str, Value] = {"problem": problem["id"]} if "id" in problem else {"problem_text": title}
        found: Value = {**about, "causes": [{"id": next(names), "text": BLANK}]}
        note = said.OF_PROBLEM.with_fields(title=title).say(basis.notes) if isinstance(title, str) else ""
        yield Noted(found, note) if note else found


def _waiting(basis: Basis) -> list[dict[str, Value]]:
    """Give the problems that nobody has analysed: those with priority, or all where none has."""
    picture = data_of(basis.picture)
    analysed = [picture, *map(data_of, analyses_of(basis.workspace, basis.picture))]
    done = {entry.get("problem") for data in analysed for entry in mappings(data.get("analyses"), "problem")}
    left = [problem for problem in mappings(picture.get("problems"), "title") if problem.get("id", "") not in done]
    return [problem for problem in left if problem.get("priority") == "prioritised"] or left


def analyses_of(workspace: Workspace, picture: Document | None) -> list[Document]:
    """Give the cause analyses of a situation picture that are documents of their own."""
    name = picture.id if picture else None
    analyses = (one for one in workspace.documents if one.kind == Kind.CAUSE_ANALYSIS)
    return [one for one in analyses if name and data_of(one).get("picture") == name]
