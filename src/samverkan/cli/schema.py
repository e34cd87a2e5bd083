"""`samverkan schema`: the JSON Schemas that editors use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samverkan.cli.completion import schema_names
from samverkan.cli.printing import folder_of, is_standard_output
from samverkan.cli.telling import say_done
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.model.kinds import KINDS, SETTINGS
from samverkan.output.standard_output import write_file
from samverkan.source.writing import write_whole
from samverkan.words.commands import sentence


def schema(
    kind: Annotated[
        str | None, typer.Argument(metavar="KIND", help="help-kind", show_default=False, autocompletion=schema_names)
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="help-schema-out", show_default=False)] = None,
) -> int:
    """Print the schema of a kind, or write schemas to a folder."""
    from samverkan.model.schema import ALL, all_schemas, file_name, schema_text  # noqa: PLC0415 - heavy

    known = (*KINDS, SETTINGS, ALL)
    if kind is not None and kind not in known:
        raise WrongUseError(sentence("unknown-kind", value=visible(kind), known=", ".join(known)))
    if out is None or (kind is not None and is_standard_output(out)):
        if kind is None:
            raise WrongUseError(sentence("schema-of-what", known=", ".join(known)))
        write_file(schema_text(kind))
        return ExitCode.CLEAN
    folder_of(out)
    schemas = {file_name(kind): schema_text(kind)} if kind else all_schemas()
    for name, text in schemas.items():
        write_whole(out / name, text.encode())
        say_done(visible(str(out / name)))
    return ExitCode.CLEAN
