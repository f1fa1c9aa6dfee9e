"""Says what the project says of its checks: the table [check] of the nearest tmtool.toml, and the waivers next to
it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tmtool import languages
from tmtool.checks.engine.profiles import DEFAULT, Choice, House, profiles
from tmtool.checks.engine.registry import all_checks
from tmtool.checks.engine.waivers import Waiver
from tmtool.errors import InputError
from tmtool.languages.typography import THOUSANDS, Space, Typography
from tmtool.model import Level
from tmtool.model.wording import say
from tmtool.tasks.settings import Settings, expect
from tmtool.tasks.waiving import FILE, read_waivers


def waivers_file(named: Path | None) -> Path:
    """Returns the file named on the command line, else the one next to the project file or in the current folder."""
    settings = Settings.nearest()
    return named or (settings.file.with_name(FILE) if settings else Path(FILE))


def waivers(named: Path | None, *, may_be_new: bool) -> tuple[Waiver, ...]:
    """Returns the project's waivers; a file named must be there unless it is to be made. Raises InputError."""
    path = waivers_file(named)
    if not path.exists() and (named is None or may_be_new):
        return ()
    return read_waivers(path)


def choice() -> Choice:
    """Returns what the table [check] says. Raises InputError where it says what there is not."""
    settings = Settings.nearest()
    if settings is None:
        return Choice()
    table = settings.checks
    try:
        expect(table, "[check]", ("profile", "disable", "levels", "profiles", "grammalecte"))
        houses = {name: _house(name, entry) for name, entry in table.get("profiles", {}).items()}
        profile = table.get("profile", "")
        names = (*profiles(), *houses)
        if profile and profile not in names:
            raise ValueError(say("no profile {profile!r}; there are {names}", profile=profile, names=", ".join(names)))
        grammalecte = table.get("grammalecte", False)
        if not isinstance(grammalecte, bool):
            raise ValueError(say("grammalecte is true or false, not {grammalecte!r}", grammalecte=grammalecte))
        levels = _levels(table.get("levels", {}))
        return Choice(profile, _checks(table.get("disable", [])), levels, houses, remarks=grammalecte)
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(
            say("[check] cannot be read ({error})", error=error), say("mend that table"), path=settings.file
        ) from error


def _house(name: str, entry: dict[str, Any]) -> House:
    """Returns a profile of the project's own: ``[check.profiles.NAME]``."""
    if name in profiles():
        raise ValueError(
            say("the profile {name!r} comes with tmtool: give yours another name, with base = {name!r}", name=name)
        )
    expect(entry, f"[check.profiles.{name}]", ("base", "disable", "levels", "spaces", "apostrophe"))
    base = entry.get("base", DEFAULT)
    if base not in profiles():
        raise ValueError(
            say("no profile {base!r} to start from; there are {known}", base=base, known=", ".join(profiles()))
        )
    apostrophe = entry.get("apostrophe", "")
    known = dict.fromkeys(mark for one in _typographies() for mark in one.apostrophes)
    if apostrophe and apostrophe not in known:
        raise ValueError(
            say("the apostrophe is {known}, not {apostrophe!r}", known=" or ".join(known), apostrophe=apostrophe)
        )
    spaces = dict(_spaces(entry.get("spaces", {})))
    return House(base, _checks(entry.get("disable", [])), _levels(entry.get("levels", {})), spaces, apostrophe)


def _spaces(entry: dict[str, str]) -> Iterator[tuple[str, Space]]:
    """Yields the space at each sign; a key may name several, ``000`` means the thousands."""
    known = (*dict.fromkeys(sign for one in _typographies() for sign in one.signs), THOUSANDS)
    for signs, name in entry.items():
        if name not in tuple(Space):
            raise ValueError(say("no space {name!r}; there are {known}", name=name, known=", ".join(Space)))
        for sign in (signs,) if signs == THOUSANDS else signs:
            if sign not in known:
                raise ValueError(
                    say("{sign!r} is no sign that takes a space; there are {known}", sign=sign, known=" ".join(known))
                )
            yield sign, Space(name)


def _typographies() -> list[Typography]:
    """Returns those of the languages that have one."""
    every = (languages.get(tag).typography for tag in languages.supported())
    return [one for one in every if one is not None]


def _checks(names: list[str]) -> frozenset[str]:
    if not isinstance(names, list):
        raise ValueError(say('a list of checks is written ["{names}"], not {names!r}', names=names))
    known = {check.name for check in all_checks()}
    wrong = next((name for name in names if name not in known), None)
    if wrong is not None:
        raise ValueError(say("no check {wrong!r}; `tmtool checks` lists all", wrong=wrong))
    return frozenset(names)


def _levels(table: dict[str, str]) -> dict[str, Level]:
    _checks(list(table))
    wrong = next((level for level in table.values() if level not in tuple(Level)), None)
    if wrong is not None:
        raise ValueError(say("no level {wrong!r}; there are {known}", wrong=wrong, known=", ".join(Level)))
    return {name: Level(level) for name, level in table.items()}
