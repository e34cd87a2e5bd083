"""What an editor can ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.lsp.server import Server


def register(server: Server) -> None:
    """Answer."""
