"""What the project says of its checks: the table [check] of the nearest tmtool.toml, and the waivers beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tmtool.checks.profiles import Choice, profiles
from tmtool.checks.registry import all_checks
from tmtool.checks.waivers import Waiver
from tmtool.cli.session import SETTINGS
from tmtool.errors import InputError
from tmtool.model import Level
from tmtool.tasks.waiving import FILE, read_waivers


def settings_file() -> Path | None:
    """The nearest tmtool.toml upward from the current folder."""
    here = Path.cwd()
    return next((folder / SETTINGS for folder in (here, *here.parents) if (folder / SETTINGS).is_file()), None)


def waivers_file(named: Path | None) -> Path:
    """The file named on the command line, else the one beside the project file or in the current folder."""
    settings = settings_file()
    return named or (settings.with_name(FILE) if settings else Path(FILE))


def waivers(named: Path | None, *, may_be_new: bool) -> tuple[Waiver, ...]:
    """The project's waivers; a file named must be there unless it is to be made. Raises InputError."""
    path = waivers_file(named)
    if not path.exists() and (named is None or may_be_new):
        return ()
    return read_waivers(path)


def choice() -> Choice:
    """What the table [check] says. Raises InputError where it says what there is not."""
    file = settings_file()
    if file is None:
        return Choice()
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8")).get("check", {})
        profile, disable, levels = table.get("profile", ""), table.get("disable", []), table.get("levels", {})
        known = {check.name for check in all_checks()}
        wrong = [name for name in (*disable, *levels) if name not in known]
        if profile and profile not in profiles():
            raise ValueError(f"no profile {profile!r}; there are {', '.join(profiles())}")
        if wrong:
            raise ValueError(f"no check {wrong[0]!r}; `tmtool checks` lists all")
        return Choice(profile, frozenset(disable), {name: Level(level) for name, level in levels.items()})
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise InputError(f"[check] cannot be read ({error})", "mend that table", path=file) from error
