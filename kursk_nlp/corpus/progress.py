"""How far a run is: nothing, a bar in a notebook, or a bar in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from ..errors import need
from .parallel import Result


class Progress(Protocol):
    """Passes results through and shows how many of ``total`` articles they hold so far."""

    def __call__(self, results: Iterable[Result], total: int) -> Iterator[Result]: ...


def silent(results: Iterable[Result], total: int) -> Iterator[Result]:
    """Nothing is shown."""
    yield from results


def notebook(results: Iterable[Result], total: int) -> Iterator[Result]:
    """A tqdm bar, of the kind that suits where it runs."""
    with need("tqdm.auto", "corpus").tqdm(total=total, unit="article") as bar:
        for result in results:
            yield result
            bar.update(result.articles)


def terminal(results: Iterable[Result], total: int) -> Iterator[Result]:
    """A bar on standard error with rate and time left; where that is no terminal, only its last state."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    with Progress(BarColumn(), MofNCompleteColumn(), TextColumn("articles {task.fields[rate]}"), TimeElapsedColumn(),
                  TextColumn("left"), TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total, rate="")
        for result in results:
            yield result
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            bar.update(task, advance=result.articles, rate=f"{speed:.0f}/s" if speed else "")
