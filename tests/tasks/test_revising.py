"""Of a revised source only what has changed is shown, with what it was and its old translation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tmtool.documents.reading import parse_lines
from tmtool.errors import InputError
from tmtool.model import Change, Document, MatchKind
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.tasks.revising import Revised, revise

OLD = [
    "Opening of the meeting",
    "The meeting will be held on 12 May 2029.",
    "The experts will visit the prison in the capital.",
    "Adoption of the report",
    "Other matters",
]
OLD_FRENCH = [
    "Ouverture de la réunion",
    "La réunion se tiendra le 12 mai 2029.",
    "Les experts visiteront la prison de la capitale.",
    "Adoption du rapport",
    "Questions diverses",
]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(str(tmp_path / "t.db"), create=True) as found:
        yield found


def english(*lines: str) -> Document:
    return parse_lines(lines, language="en")


def revised(home: Home, *new: str) -> Revised:
    return revise(home, english(*new), english(*OLD), parse_lines(OLD_FRENCH, language="fr"))


def changes(found: Revised) -> list[tuple[Change, int | None]]:
    return [(one.revision.change, one.revision.segment) for one in found.suggestions if one.revision]


def test_what_is_as_it_was_has_its_old_translation_and_is_not_shown(home: Home) -> None:
    found = revised(home, *OLD)
    assert [(one.kind, one.target) for one in found.suggestions] == [(MatchKind.CONTEXT, text) for text in OLD_FRENCH]
    assert (found.changed(), found.removed) == ((), ())


def test_what_has_changed_has_its_old_translation_adapted_where_that_is_certain(home: Home) -> None:
    found = revised(home, OLD[0], OLD[1].replace("12", "13"), *OLD[2:])
    (changed,) = found.changed()
    assert (changed.kind, changed.target) == (MatchKind.ADAPTED, "La réunion se tiendra le 13 mai 2029.")
    assert changed.revision is not None
    assert (changed.revision.change, changed.revision.target) == (Change.CHANGED, OLD_FRENCH[1])
    assert [(part.stored, part.query) for part in changed.revision.diff if part.kind != "equal"] == [("12", "13")]


def test_what_has_changed_in_other_words_has_it_as_it_was(home: Home) -> None:
    (changed,) = revised(home, *OLD[:2], OLD[2].replace("prison", "hospital"), *OLD[3:]).changed()
    assert (changed.kind, changed.target) == (MatchKind.FUZZY, OLD_FRENCH[2])


def test_what_is_new_moved_or_gone_is_said(home: Home) -> None:
    found = revised(home, OLD[4], "A new note by the Secretariat is before the Group.", *OLD[:2], OLD[3])
    assert changes(found) == [
        (Change.MOVED, 5),
        (Change.ADDED, None),
        (Change.UNCHANGED, 1),
        (Change.UNCHANGED, 2),
        (Change.UNCHANGED, 4),
    ]
    assert [(one.segment, one.target) for one in found.removed] == [(3, OLD_FRENCH[2])]


def test_without_the_old_translation_that_of_the_memory_is_taken(home: Home) -> None:
    found = revise(home, english(OLD[1].replace("12", "13")), english(OLD[1]))
    (changed,) = found.changed()
    assert changed.revision is not None
    assert (changed.revision.change, changed.revision.target, changed.target) == (Change.CHANGED, None, None)


def test_an_old_translation_of_something_else_is_refused(home: Home) -> None:
    with pytest.raises(InputError, match="same text"):
        revise(home, english(*OLD), english(*OLD), parse_lines(OLD, language="fr"))
