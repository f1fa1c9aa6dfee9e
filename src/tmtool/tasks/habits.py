"""Says in which typographic habit suggestions are wanted: of the project's house, or of the draft that is there."""

from __future__ import annotations

from collections.abc import Iterable

from tmtool.languages import language_of
from tmtool.languages.typography import Habit
from tmtool.tasks.settings import Settings


def wanted_habit(target_language: str, written: Iterable[str] = ()) -> Habit | None:
    """Returns what the project's own profile prescribes, over the habit of the translations that are `written` already.

    None is for a language that has no typography. Raises InputError for a project file that cannot be read.
    """
    typography = language_of(target_language).typography
    if typography is None:
        return None
    habit = typography.habit(written, ())
    settings = Settings.nearest()
    if settings is None or not settings.checks.get("profile"):
        return habit
    # Only a house of the project's own needs what the checks are told.
    from tmtool.tasks.project import choice

    house = choice().house
    return habit if house is None else habit.pinned(house.spaces, house.apostrophe)
