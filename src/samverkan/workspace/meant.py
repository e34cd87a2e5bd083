"""References that cannot be read, and what they were meant to lead to: a file's name, another mark than #."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, count
from pathlib import PurePath
from typing import TYPE_CHECKING

from samverkan.findings import Mend, MendKind
from samverkan.guess import closest
from samverkan.model.base import TextPart
from samverkan.model.fields import field_at, marks_in, part_at
from samverkan.model.kinds import model_of
from samverkan.model.links import To, opening_keys
from samverkan.model.remarks import remark as made_of
from samverkan.model.remarks import shown
from samverkan.source.quoting import scalar
from samverkan.words.groups import PARTY_GROUP_WORDS
from samverkan.words.structure import STRUCTURE
from samverkan.workspace.ids_wanted import with_id_wanted
from samverkan.workspace.meant_parties import names_another, parties_in, party_in
from samverkan.workspace.named_otherwise import is_address, named_otherwise, says_together, together_said
from samverkan.workspace.numbered import numbered_part
from samverkan.workspace.remembered import remembered
from samverkan.workspace.those_here import ids_here, with_those_here

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import KeyPath, Remark
    from samverkan.model.choices import Item
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_NAMES = ("title", "name", "term", "text")
_WORDS_OF_ID = 3
_LEADS_ON = frozenset(
    {"i", "på", "av", "för", "med", "och", "att", "till", "om", "en", "ett", "det", "den", "vid", "som"}
)
_LEAST_BEGUN = 10
_LEAST_STEM = 4
BETWEEN = re.compile(", | och | samt | & |;")
_MARK = re.compile("[#/: ]")


def told_in_workspace(remark: Remark, document: Document, workspace: Workspace) -> Remark:
    """Say of what is wrong with a document's form how it is mended, where the file or the workspace around it tells.

    Args:
        remark: what is said of the place.
        document: the document.
        workspace: the workspace.
    """
    if remark.mend is not None and remark.mend.kind in {MendKind.LINES, MendKind.PARTED}:
        return remark  # that is all of the lines
    mend = _mended_in_workspace(remark, document, workspace)
    said = replace(_said_of_one(remark, mend), mend=mend)
    if remark.rule != "bad-reference" or mend is not None:
        return said
    near = (document, *others_named(document, workspace))
    return with_those_here(said, ids_here(leads_to(remark.path, document), near))


def _said_of_one(made: Remark, mend: Mend | None) -> Remark:
    """Say of words that were taken for several ids, but are not, only that they are none."""
    is_several = made.message.sv == STRUCTURE["several-references"].sv
    if not is_several or (mend is not None and str(mend.text).startswith(("[", "jointly", "each"))):
        return made
    written = str(made.message.fields["written"])
    return made_of("bad-reference", made.path, value=shown(written), written=written)


def _mended_in_workspace(remark: Remark, document: Document, workspace: Workspace) -> Mend | None:
    if remark.rule == "bad-reference":
        return mended_reference(remark, document, workspace) or _said_in_words(remark, document)
    if remark.rule == "wrong-type" and remark.mend is not None:
        from samverkan.workspace.terms_listed import terms_listed  # noqa: PLC0415 - only for what is wrong

        return terms_listed(remark.path, document) or with_id_wanted(remark.mend, remark.path, document)
    if remark.rule == "missing-key" and remark.path == ("id",):
        from samverkan.model.mends import as_id  # noqa: PLC0415 - heavy, and only for what is wrong

        return Mend(f"id: {as_id(PurePath(document.file).stem, 'ett-id')}", MendKind.FIRST)
    if remark.rule == "empty-value" and len(remark.path) > 1 and remark.path[-1] == "id":
        made = mend_with_id(document, remark.path[:-1])
        return Mend(str(made.text).removeprefix("id: ")) if made else None
    return remark.mend


def mended_reference(remark: Remark, document: Document, workspace: Workspace) -> Mend | None:
    """Tell what a reference that cannot be read was meant to be; None where nothing in the workspace fits.

    Args:
        remark: what is said of the reference; its field `written` is the reference.
        document: the document that it stands in.
        workspace: the workspace.
    """
    written = str(remark.message.fields.get("written", "")).strip()
    if whole := _named(written, workspace):
        return Mend(whole.id or "")
    for name in dict.fromkeys((written, written.partition(" (")[0])):
        if called := _called(name, remark.path, document, workspace):
            return Mend(called)
    if names := parties_in(written, leads_to(remark.path, document), remark.path, workspace):
        return Mend(f"[{', '.join(names)}]")
    if found := _otherwise(written, remark.path, document, workspace):
        return Mend(found)
    if numbered := _numbered(written, remark.path, document, workspace):
        return Mend(numbered)
    mark = next(reversed([found.start() for found in _MARK.finditer(written)]), 0)
    other, item = _named(written[:mark].rstrip(), workspace), written[mark + 1 :]
    if other and item in other.items:
        return Mend(f"{other.id}#{item}")
    return _as_written(written, remark, document, workspace)


def _otherwise(written: str, path: KeyPath, document: Document, workspace: Workspace) -> str:
    """Refer to what is named by its case number, its address or its day, or to parties that act together."""
    from samverkan.model.mends import accepts_whole  # noqa: PLC0415 - heavy, and only for what is wrong

    near, to = (document, *others_named(document, workspace)), leads_to(path, document)
    names = together_said(written, to, near)
    if len(names) > 1 and isinstance(path[-1], str) and accepts_whole(model_of(str(document.kind)), path, names):
        return f"[{', '.join(names)}]"
    return names[0] if len(names) == 1 else named_otherwise(written, to, near, workspace)


def others_named(document: Document, workspace: Workspace) -> Iterator[Document]:
    """Give the other documents whose plain ids a document may use."""
    return (one for one in workspace.documents if one is not document and _is_named_in(one, document))


def _numbered(written: str, path: KeyPath, document: Document, workspace: Workspace) -> str:
    """Give the id of the part that is named by its number, in this document or in one that it names."""
    return numbered_part(written, leads_to(path, document), (document, *others_named(document, workspace)))


def _as_written(written: str, remark: Remark, document: Document, workspace: Workspace) -> Mend | None:
    """Tell what a reference that names nothing was meant to be: the id that it spells, or a party that it holds."""
    from samverkan.model.mends import as_id  # noqa: PLC0415 - heavy, and only for what is wrong

    if (plain := as_id(written)) and leads(plain, workspace):
        return Mend(plain)
    if says_together(written):
        return None  # of those who act together none is to be lost
    if names := _each_named(written, remark.path, document, workspace):
        return Mend(f"[{', '.join(names)}]")
    to = leads_to(remark.path, document)
    if one := _one_named(written, to, document, workspace) or party_in(written, to, workspace):
        return Mend(one)
    return _as_spelt(written, remark, document, workspace)


def _as_spelt(written: str, remark: Remark, document: Document, workspace: Workspace) -> Mend | None:
    """Keep the id that a reference spells, unless nothing has it and it was most likely not meant as one."""
    meant = str(remark.mend.text) if remark.mend else ""
    if leads(meant, workspace) and not _is_made_up(meant, written, workspace):
        return remark.mend
    is_no_id = _is_no_id(written) or names_another(written)
    return None if is_no_id or _is_another(meant, remark.path, document, workspace) else remark.mend


def _is_another(meant: str, path: KeyPath, document: Document, workspace: Workspace) -> bool:
    """Tell whether an id is like none of those that could stand in its place, though there are some."""
    known = ids_here(leads_to(path, document), (document, *others_named(document, workspace)))
    return bool(known) and not closest(meant, known)


def _is_no_id(written: str) -> bool:
    """Tell whether some words are other than an id that is spelt wrongly: a sentence, an address or an abbreviation."""
    return " " in written or is_address(written) or written.isupper()


def _is_made_up(reference: str, written: str, workspace: Workspace) -> bool:
    """Tell whether a reference names a part of what is no document, and the author did not write it so."""
    name, mark, _ = reference.partition("#")
    return bool(mark) and mark not in written and name not in workspace.by_id


def _said_in_words(remark: Remark, document: Document) -> Mend | None:
    """Write what a reference says in words under the key beside it for what has no id here: `cause_text`."""
    written, key = str(remark.message.fields.get("written", "")).strip(), str(remark.path[-1])
    beside = f"{key.removesuffix('s')}_text"
    if mend := _as_elsewhere(written, remark.path, document):
        return mend
    around = document.value_at(remark.path[:-1])
    part = part_at(model_of(document.kind), remark.path[:-1]) if document.kind else None
    is_free = isinstance(around, dict) and beside not in around
    if part is None or beside not in part.model_fields or not is_free or " " not in written or "," in written:
        return None
    return Mend(f"{beside}: {scalar(written)}", MendKind.PAIR)


def _as_elsewhere(written: str, path: KeyPath, document: Document) -> Mend | None:
    """Write the words for a document as the title of one that is not on file; None where no such may stand."""
    from samverkan.model.mends import accepts  # noqa: PLC0415 - heavy, and only for what is wrong

    to = leads_to(path, document)
    is_title = to is not None and to.kinds and (" " in written or not written.islower())
    if not is_title or document.kind is None or not accepts(model_of(document.kind), path, {"title": written}):
        return None
    return Mend(f"{{title: {scalar(written)}}}")


def leads(reference: str, workspace: Workspace) -> bool:
    """Tell whether an id, or several in a list, are those of documents or of their parts.

    Args:
        reference: the id, or the list in brackets.
        workspace: the workspace.
    """
    names = [name.rpartition("#")[2] for name in reference.strip("[]").split(", ")]
    known = {name for one in workspace.documents for name in one.all_ids} | set(PARTY_GROUP_WORDS)
    return all(name in workspace.by_id or name in known for name in names)


def _called(written: str, path: KeyPath, document: Document, workspace: Workspace) -> str:
    """Refer to the one document or part of the workspace that is called by some words, or by words that begin so."""
    to, said = leads_to(path, document), _plain(written)
    if to is None or not said:
        return ""
    others = [other for other in workspace.documents if other is not document]
    for near in ([document], [*others_named(document, workspace)], others):
        if found := _fitting(said, [pair for other in near for pair in _names_of(to, other, document, workspace)]):
            return found.pop() if len(found) == 1 else ""
    return ""


def _each_named(written: str, path: KeyPath, document: Document, workspace: Workspace) -> list[str]:
    """Give what each of several references in one text leads to, by id or by name; empty where one leads nowhere."""
    from samverkan.model.mends import accepts_whole, as_id  # noqa: PLC0415 - heavy, and only for what is wrong

    parts = [part.strip() for part in BETWEEN.split(written)]
    if len(parts) == 1 or not isinstance(path[-1], str):
        return []
    ids = [as_id(part) for part in parts]
    names = [
        name
        if leads(name, workspace)
        else _called(part, path, document, workspace) or _otherwise_called(part, path, document, workspace)
        for name, part in zip(ids, parts, strict=True)
    ]
    return names if all(names) and document.kind and accepts_whole(model_of(document.kind), path, names) else []


def _otherwise_called(written: str, path: KeyPath, document: Document, workspace: Workspace) -> str:
    near = (document, *others_named(document, workspace))
    return named_otherwise(written, leads_to(path, document), near, workspace)


def _one_named(written: str, to: To | None, document: Document, workspace: Workspace) -> str:
    """Give the one id among the words of a text: ”på-plats (polisen)”; empty where there is none, or are several."""
    if to is None or " " not in written or BETWEEN.search(written):
        return ""
    near = (one.items for one in workspace.documents if one is document or _is_named_in(one, document))
    known = {name for items in near for name, place in items.items() if place.item in to.items}
    held = known.intersection(re.split(r"[\s(),;:]+", written.casefold()))
    return held.pop() if len(held) == 1 else ""


def leads_to(path: KeyPath, document: Document) -> To | None:
    """Tell what a reference at a place is to lead to.

    Args:
        path: the place.
        document: the document.
    """
    field = field_at(model_of(document.kind), path) if document.kind else None
    marks = (*field.metadata, *marks_in(field.annotation)) if field else ()
    return next((mark for mark in marks if isinstance(mark, To)), None)


def _fitting(said: str, names: Sequence[tuple[str, str]]) -> set[str]:
    """Give the references to what has a name, or where there is none to what has a name that begins so."""
    whole = {reference for reference, name in names if _plain(name) == said}
    begun = {reference for reference, name in names if len(said) >= _LEAST_BEGUN and _plain(name).startswith(said)}
    return whole or begun


def _names_of(to: To, other: Document, document: Document, workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Give what a reference in a document may lead to in another one: how it is written, and what it is called."""
    if other.kind in to.kinds and other.id and other.model:
        yield other.id, other.model.title
    for name, place in other.items.items():
        if place.part is None or place.item not in to.items:
            continue
        reference = name if _is_plain(name, other, document, workspace) else f"{other.id}#{name}"
        yield from ((reference, said) for said in {place.part.own_name, place.part.full_label} if said)


def _is_plain(name: str, other: Document, document: Document, workspace: Workspace) -> bool:
    """Tell whether a document can refer to a part of another one by the plain id."""
    if other is document:
        return True
    return sum(name in one.all_ids for one in workspace.documents) == 1 and _is_named_in(other, document)


def _is_named_in(other: Document, document: Document) -> bool:
    """Tell whether a document names another one, whose plain ids it may then use."""
    if any(link.to.opens and link.target == other.id for link in document.links):
        return True
    keys = opening_keys(model_of(document.kind)) if document.kind else {}  # what is wrong may have left no model
    return any(document.value_at((key,)) in (other.id, [other.id]) for key in keys)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().removesuffix(".")


def part_without_id(document: Document, target: str, items: tuple[Item, ...], *, is_only: bool) -> KeyPath | None:
    """Find the part that an id which no part has was most likely meant for; None where none or several fit.

    Args:
        document: the document.
        target: the id.
        items: what the part may be.
        is_only: whether no other part could have been meant, so that what it is called need not be like the id.
    """
    without = _without_ids(document, items)
    if is_only and len(without[""]) == 1:
        return without[""][0]
    begun = {name for name in without for word in target.split("-") if _begin_alike(name, word)}
    called = {path for word in (*target.split("-"), *begun) if word for path in without.get(word, ())}
    return called.pop() if len(called) == 1 else None


def _begin_alike(one: str, other: str) -> bool:
    """Tell whether two words are most likely forms of one: ”mörk” and ”mörker”."""
    return min(len(one), len(other)) >= _LEAST_STEM and one[:_LEAST_STEM] == other[:_LEAST_STEM]


def has_part_without_id(document: Document, items: tuple[Item, ...]) -> bool:
    """Tell whether a document has a part of some kind that has no id, and so cannot be referred to."""
    return bool(_without_ids(document, items)[""])


@remembered(maxsize=256)
def _without_ids(document: Document, items: tuple[Item, ...]) -> dict[str, list[KeyPath]]:
    """Give the parts that have no id by the words of what they are called, and all of them by the empty word."""
    from samverkan.model.mends import as_id  # noqa: PLC0415 - heavy, and only for what is wrong

    found: dict[str, list[KeyPath]] = {"": []}
    for path, part in document.parts:
        if path and part.item in items and part.own_id is None:
            for word in {"", *as_id(_text_of(document.value_at(path)), "").split("-")}:
                found.setdefault(word, []).append(path)
    return found


def mend_with_id(document: Document, path: KeyPath, wanted: str = "") -> Mend | None:
    """Give a part of a document an id, made of the first words of what it is called, that no other part has.

    Args:
        document: the document.
        path: the part's place.
        wanted: the id, where it is known.
    """
    from samverkan.model.mends import as_id  # noqa: PLC0415 - heavy, and only for what is wrong

    written = document.value_at(path)
    part = part_at(model_of(document.kind), path) if document.kind else None
    text = _text_of(written)
    if not text or part is None:
        return None
    words = as_id(text, "del").split("-")[:_WORDS_OF_ID]
    while len(words) > 1 and words[-1] in _LEADS_ON:
        words.pop()
    bare = "-".join(words)
    name = next(one for one in chain([bare], (f"{bare}-{i}" for i in count(2))) if one not in document.all_ids)
    name = wanted or name
    if isinstance(written, dict):
        return Mend(f"id: {name}", MendKind.FIRST)
    key = part.text_key if issubclass(part, TextPart) else "text"
    return Mend(f"{{id: {name}, {key}: {scalar(text)}}}")


def _text_of(written: object) -> str:
    """Give what a part is called, as it is written; empty where it is not called anything."""
    if isinstance(written, dict):
        written = next((written[key] for key in _NAMES if key in written), "")
    return written if isinstance(written, str) else ""


def _named(written: str, workspace: Workspace) -> Document | None:
    """Find the document that is meant by its id or by its file."""
    if written in workspace.by_id:
        return workspace.by_id[written]
    files = {document.file.rpartition("/")[2]: document for document in workspace.documents if document.id}
    stems = {name.rpartition(".")[0]: document for name, document in files.items()}
    return files.get(written.rpartition("/")[2]) or stems.get(written)
