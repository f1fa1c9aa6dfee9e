"""Keeps the tokens by which people and programs are let in to a server.

A token is shown once, when it is made; kept are its digest, its name and until when it holds, in a JSON file next to
the database, which its owner alone can read. A token has 256 bits of chance, so a plain digest is enough: nobody finds
it by trying (OWASP, Password Storage, does not apply).
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from tmtool.errors import InputError, UsageError, said_by
from tmtool.formats.writing import whole_file
from tmtool.model.wording import say

ENDING = ".tokens.json"
"""What follows the name of the database in that of the file."""

_SHOWN = 80
"""So much of a name that is too long is shown."""


class Right(StrEnum):
    """`Right` is what somebody may do: read, propose changes that somebody else accepts, or make and accept them. Each
    holds those before it."""

    READ = "read"
    PROPOSE = "propose"
    WRITE = "write"

    def allows(self, wanted: Right) -> bool:
        """Tells whether who has this right may do what needs the other."""
        every = tuple(Right)
        return every.index(self) >= every.index(wanted)


@dataclass(frozen=True, slots=True)
class Token:
    """A `Token` is what lets somebody in to a server, as the file of tokens keeps it.

    `name` says whose it is, and no two tokens of a file have the same. `digest` is the SHA-256 of what the holder
    shows, in hexadecimal: what they show is kept nowhere. `made` is the day on which it was made, `until` the last day
    on which it holds, "" for no end; both are in UTC and written as in ISO 8601 ("2027-03-31"). `right` is what its
    holder may do; `memories` are the names of the memories that they see, None for all, () for none.
    """

    name: str
    digest: str
    made: str
    until: str = ""
    right: Right = Right.READ
    memories: tuple[str, ...] | None = None

    def holds_on(self, day: date) -> bool:
        """Tells whether the token is still good on that day."""
        return not self.until or day.isoformat() <= self.until

    def holds_today(self) -> bool:
        """Tells whether the token is good now."""
        return self.holds_on(_today())


def read_tokens(file: Path) -> tuple[Token, ...]:
    """Returns the tokens in a file, none where there is no file. Raises InputError for what is no such file."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return tuple(_token(**one) for one in content)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        # The name may be too long to be shown, as it is longer than that of the database.
        raise InputError(
            say("cannot be read ({problem})", problem=said_by(error)),
            say("check its permissions, or name another database with --db"),
            path=str(file)[:_SHOWN],
        ) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(
            say("cannot be read as tokens ({problem})", problem=error),
            say("remove it, and make tokens anew"),
            path=file,
        ) from error


def _token(*, right: str = Right.READ.value, memories: Iterable[str] | None = None, **texts: object) -> Token:
    """Returns a token as a file has it; what is wrong in it limits nobody less."""
    named = None if memories is None else tuple(map(str, memories))
    return Token(**{name: str(value) for name, value in texts.items()}, right=Right(right), memories=named)


class TokenFile:
    """A `TokenFile` is the file with the tokens of a database for who asks at every request: it is read again only
    where it has been changed."""

    def __init__(self, file: Path) -> None:
        """Reads the file. Raises InputError for what is no such file."""
        self._file = file
        self._seen = self._state()
        self._tokens = read_tokens(file)

    def tokens(self) -> tuple[Token, ...]:
        """Returns the tokens there are now. Raises InputError for what is no such file any more."""
        state = self._state()
        if state != self._seen:
            self._tokens, self._seen = read_tokens(self._file), state
        return self._tokens

    def _state(self) -> tuple[int, ...] | None:
        """Returns what is another once the file has been written, None where there is none. A file is always written
        anew, under another number."""
        try:
            found = self._file.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def make_token(
    file: Path,
    name: str,
    *,
    days: int | None = None,
    right: Right = Right.READ,
    memories: Iterable[str] | None = None,
) -> str:
    """Makes a token that holds so many days, today included, None for ever, for somebody who sees these memories, None
    for all; returns what its holder shows. Raises UsageError if the name is taken."""
    tokens = read_tokens(file)
    if any(one.name == name for one in tokens):
        raise UsageError(say("there is a token {name!r} already", name=name), say("revoke it, or give another name"))
    shown = secrets.token_urlsafe(32)
    today = _today()
    seen = None if memories is None else tuple(sorted(set(memories)))
    until = (today + timedelta(days=days - 1)).isoformat() if days else ""
    _write(file, (*tokens, Token(name, _digest(shown), today.isoformat(), until, right, seen)))
    return shown


def revoke_token(file: Path, name: str) -> None:
    """Takes a token back: who holds it is not let in any more. Raises UsageError if there is none."""
    tokens = read_tokens(file)
    left = [one for one in tokens if one.name != name]
    if len(left) == len(tokens):
        raise UsageError(say("no token {name!r}", name=name), say("'tmtool token list' names those there are"))
    _write(file, left)


def holder(tokens: Iterable[Token], shown: str) -> Token | None:
    """Returns the token that somebody shows, None for none that holds. It takes as long for any."""
    digest, found = _digest(shown), None
    for one in tokens:
        if hmac.compare_digest(one.digest, digest) and one.holds_today():
            found = one
    return found


def _today() -> date:
    return datetime.now(UTC).date()


def _digest(shown: str) -> str:
    return sha256(shown.encode("utf-8", "replace")).hexdigest()


def _write(file: Path, tokens: Iterable[Token]) -> None:
    before = os.umask(0o077)
    try:
        with whole_file(file) as out:
            _hand_over(out, file)
            json.dump([asdict(one) for one in tokens], out, ensure_ascii=False, indent=1)
            out.write("\n")
    finally:
        os.umask(before)
    file.chmod(0o600)


def _hand_over(out: TextIO, file: Path) -> None:
    """Gives a file to the owner of its database: an administrator may have made it for the user of a service."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return
    database = file.with_name(file.name.removesuffix(ENDING))
    owner = (database if database.exists() else file.parent).stat()
    os.fchown(out.fileno(), owner.st_uid, owner.st_gid)
