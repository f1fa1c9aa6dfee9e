"""Says what a page of something that is worked on shows: the work itself, or what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from tmtool.errors import TmtoolError, UsageError
from tmtool.model.wording import Wording
from tmtool.present.reader import Reader
from tmtool.web.jobs import Job
from tmtool.web.page.html import problem


@dataclass(frozen=True, slots=True)
class Shown:
    """A `Shown` is the body of the page of a job, the status of the answer, and whether the work goes on."""

    body: str
    status: int = 200
    waiting: bool = False


def gone(reader: Reader, said: Wording, form: str) -> Shown:
    """Returns what there is to see of a job that is not there any more: that, and the form to begin another."""
    return Shown(f'<p class="problem" role="alert">{escape(reader.read(said))}</p>{form}', 404)


def unfinished(reader: Reader, job: Job, title: str, working: Wording, form: Callable[[], str]) -> Shown | None:
    """Returns what there is to see of a job that goes on or has failed, None of one that is done."""
    if not job.result.done():
        return Shown(f'{title}<p role="status">{escape(reader.read(working))}</p>', waiting=True)
    error = job.result.exception()
    if isinstance(error, TmtoolError):
        # Where it is kept is nobody's business.
        bare = UsageError(error.problem, error.remedy)
        return Shown(f"{title}{problem(reader, bare)}{form()}", 400)
    return None
