"""The kinds of document and their models; a model is imported when the first document of its kind is met."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.model.document import DocumentModel

_MODELS = {
    "agreement": ("agreement", "Agreement"),
}
KINDS = tuple(_MODELS)


def model_of(kind: str) -> type[DocumentModel]:
    """Give the model of a kind, one of `KINDS`."""
    module, name = _MODELS[kind]
    model: type[DocumentModel] = getattr(import_module(f"samverkan.model.{module}"), name)
    return model
