"""What the measures of an action plan are directed at: problems and causes, numbered as the analyses do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.choices import Item
from samverkan.model.document import Analysing
from samverkan.model.kinds import is_problem
from samverkan.render.context.names import Names, one_line
from samverkan.render.context.own_numbers import own_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.causes import Cause
    from samverkan.model.plan import ActionPlan, Measure
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import LinkTarget
    from samverkan.workspace.workspace import Workspace


class CauseOfPlan(NamedTuple):
    """A cause that has been analysed, its number, and its words on one line."""

    part: Cause
    number: str
    text: str

    @property
    def is_own(self) -> bool:
        """Whether its number is the author's."""
        return bool(own_number(self.part.number, self.part.text).number)


class ProblemOfPlan(NamedTuple):
    """A problem that a plan may be directed at, its number, and its causes where they have been analysed.

    Its number `is_own` where it is the author's.
    """

    number: str
    title: str
    causes: Sequence[CauseOfPlan] = ()
    is_own: bool = False


class Aim(NamedTuple):
    """What a measure is directed at first, by numbers from 1.

    Attributes:
        problem: which problem; 0 for none that is known.
        cause: which of its causes; one more than there are where the problem has causes but none of them is meant,
            0 where none are known.
    """

    problem: int = 0
    cause: int = 0


class AimedMeasure(NamedTuple):
    """A measure, and what else it is directed at: causes and problems as it refers to them."""

    measure: Measure
    causes: Sequence[str]
    problems: Sequence[str]

    @property
    def is_told_cause(self) -> bool:
        """Whether the plan says more of the causes that it is directed at, if only in words."""
        return bool(self.causes or self.measure.cause_text)

    @property
    def is_told_at_what(self) -> bool:
        """Whether the plan says more of what it is directed at, if only in words."""
        return bool(self.is_told_cause or self.problems or self.measure.problem_text)


class Aims:
    """Finds what the measures of a plan are directed at.

    Problems are numbered as in the analyses, and causes after their problem. Problems that no analysis is about come
    after those, as the measures name them.

    Attributes:
        problems: the problems, in the order of their numbers.
        groups: the measures by what they are directed at, in the order of the numbers; last those directed at nothing
            that is known.
    """

    def __init__(self, plan: ActionPlan, document: Document, workspace: Workspace, language: Language) -> None:
        """Look at a plan.

        Args:
            plan: the plan.
            document: its document.
            workspace: the documents around it.
            language: the language for naming kinds of documents.
        """
        self._workspace, self._language = workspace, language
        self._names = Names(document, workspace, language)
        self._first_of: dict[Document, int] = {}
        self._by_place: dict[tuple[Document, KeyPath], int] = {}
        self.problems: list[ProblemOfPlan] = []
        causes = (self._names.cause(written) for measure in plan.measures for written in measure.causes)
        named = [cause.document for cause in causes if cause]
        for analysing in dict.fromkeys([*named, *workspace.references.opened_by(document)]):
            self._take_analyses(analysing)
        found: dict[Aim, list[AimedMeasure]] = {}
        for measure in plan.measures:
            aim, aimed = self._aimed(measure)
            found.setdefault(aim, []).append(aimed)
        self.groups = sorted(found.items(), key=lambda group: (group[0].problem == 0, group[0]))

    @property
    def have_own_numbers(self) -> bool:
        """Whether the author numbers some problems or causes: a number of ours after those would look like one."""
        return any(problem.is_own or any(cause.is_own for cause in problem.causes) for problem in self.problems)

    def _take_analyses(self, document: Document) -> None:
        model = document.model
        self._first_of[document] = len(self.problems)
        names = Names(document, self._workspace, self._language)
        for analysis in model.analyses if isinstance(model, Analysing) else ():
            if target := names.target(analysis.problem or "", Item.PROBLEM):
                self._by_place.setdefault(_place(target), len(self.problems))
            number = names.problem_number(analysis, len(self.problems))
            causes = [
                CauseOfPlan(cause, names.numbered_cause(analysis, i, number), one_line(_unnumbered(cause), document))
                for i, cause in enumerate(analysis.causes)
            ]
            title = own_number(None, names.problem(analysis)).text
            is_own = bool(names.own_problem_number(analysis))
            self.problems.append(ProblemOfPlan(number, title, causes, is_own=is_own))

    def _aimed(self, measure: Measure) -> tuple[Aim, AimedMeasure]:
        numbers = {written: self._number(written) for written in measure.problems}
        for written in measure.causes:
            if cause := self._names.cause(written):
                problem = self._first_of[cause.document] + cause.problem + 1
                return Aim(problem, cause.cause + 1), _rest(measure, written, numbers, problem)
        problem = next((number for number in numbers.values() if number), 0)
        causes = self.problems[problem - 1].causes if problem else ()
        return Aim(problem, len(causes) + 1 if causes else 0), _rest(measure, "", numbers, problem)

    def _number(self, written: str) -> int:
        """Number a problem that a measure names; 0 where the name leads nowhere."""
        target = self._names.target(written, Item.PROBLEM)
        if target is None:
            return 0
        place = _place(target)
        if place not in self._by_place:
            self._by_place[place] = len(self.problems)
            part, title = target.place.part if target.place else None, self._names.of(written, Item.PROBLEM)
            own = own_number(part.number if is_problem(part) else None, title)
            self.problems.append(ProblemOfPlan(own.number or self.next_number, own.text, is_own=bool(own.number)))
        return self._by_place[place] + 1

    @property
    def next_number(self) -> str:
        """The number that comes after those of the problems; empty where they are not ours, counted from 1."""
        counted = enumerate(self.problems, 1)
        is_counted = all(problem.number == str(i) and not problem.is_own for i, problem in counted)
        return str(len(self.problems) + 1) if is_counted else ""


def _unnumbered(cause: Cause) -> str:
    return own_number(cause.number, cause.text).text


def _place(target: LinkTarget) -> tuple[Document, KeyPath]:
    return target.document, target.place.path if target.place else ()


def _rest(measure: Measure, told: str, numbers: dict[str, int], problem: int) -> AimedMeasure:
    causes = [written for written in measure.causes if written != told]
    return AimedMeasure(measure, causes, [one for one, number in numbers.items() if number != problem or not number])
