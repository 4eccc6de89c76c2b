"""The command line: ``kursk-nlp extract | explain | evaluate | schema | corpus | models | report``.

Exit codes: 0 all went well; 1 some input could not be read or some output not written (the rest was done); 2 wrong usage;
70 a bug; 130 interrupted; 141 whoever read the output stopped reading.
"""

from __future__ import annotations

import os
from typing import Annotated

import typer

from .. import __version__
from ..errors import KurskError
from .articles import explain, extract, schema
from .base import complain, write
from .corpora import app as corpus
from .models import app as models
from .reporting import report_command
from .scoring import evaluate

app = typer.Typer(name="kursk-nlp", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
                  help="Farsi and Arabic news into checkable claims. Exit codes: 0 done, 1 some input or output failed, 2 wrong usage.")
for command in (extract, explain, evaluate, schema):
    app.command()(command)
app.command("report")(report_command)
app.add_typer(corpus, name="corpus")
app.add_typer(models, name="models")


def main() -> None:
    """The entry point: every error becomes one line on standard error and an exit code, never a traceback."""
    try:
        app()
    except KurskError as wrong:
        complain(str(wrong))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except OSError as wrong:
        complain(f"{wrong.filename or 'input or output'}: {wrong.strerror or wrong}")
    except Exception as bug:
        if os.environ.get("KURSK_NLP_TRACEBACK"):
            raise
        complain(f"a bug of kursk_nlp: {type(bug).__name__}: {bug} (set KURSK_NLP_TRACEBACK=1 to see where)")
        raise SystemExit(70) from None
    raise SystemExit(1)


def _version(wanted: bool) -> None:
    if wanted:
        write([__version__ + "\n"], None)
        raise typer.Exit(0)


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")]


@app.callback()
def options(version: Version = False) -> None:
    """Farsi and Arabic news into checkable claims."""
