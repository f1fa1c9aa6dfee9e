"""Keeps concepts and terms in the database (`store.groups.concepts.Concepts`).

The forms of a term's first word are stored with it, so that what a text may hold is found without loading the rest.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable

from tmtool.languages.tags import primary
from tmtool.model import NO_PROPERTIES, Concept, Term, TermStatus
from tmtool.store import TERMBASE
from tmtool.store.joined_concepts import HeldConcept, Joined, groups
from tmtool.store.sql.questions import Questions
from tmtool.text.term_words import words_of

_IN_FORCE = f"""NOT EXISTS (
    SELECT 1 FROM concepts own JOIN memories m ON m.id = c.memory_id
    WHERE m.name = '{TERMBASE}' AND c.source_id IS NOT NULL AND c.edited = 0
    AND own.external_id = c.external_id AND own.memory_id <> c.memory_id
)"""
_STATUSES = {status.value: status for status in TermStatus}
"""A text of some pages may have thousands of terms, and to call an enumeration takes longer than to look into it."""


class SqlConcepts(Questions):
    """`SqlConcepts` is the term base of an open database."""

    def any(self) -> bool:
        """Tells whether the table has a row."""
        return self._sql.row("SELECT 1 FROM terms LIMIT 1") is not None

    def all(self) -> list[Concept]:
        """Reads them in the order of rows."""
        rows = self._sql.rows(f"SELECT id FROM concepts c WHERE {_IN_FORCE} ORDER BY id")
        return self._load([row[0] for row in rows])

    def for_texts(self, texts: Iterable[str], language: str) -> list[Concept]:
        """Looks them up by the stored forms of first words."""
        return self._load(self._rows_for(texts, language))

    def for_both(
        self, sources: Iterable[str], targets: Iterable[str], source_language: str, target_language: str
    ) -> tuple[list[Concept], list[Concept]]:
        """Looks them up in the same way."""
        of_source, of_target = self._rows_for(sources, source_language), self._rows_for(targets, target_language)
        found = self._groups(sorted({*of_source, *of_target}))
        by_row = {one.number: group for group in found for one in group.members}

        def of_side(rows: list[int]) -> list[Concept]:
            return [one.concept for one in {id(by_row[row]): by_row[row] for row in rows if row in by_row}.values()]

        return of_side(of_source), of_side(of_target)

    def _rows_for(self, texts: Iterable[str], language: str) -> list[int]:
        words = frozenset[str]().union(*(words_of(text, language) for text in texts))
        rows = self._sql.rows(
            "SELECT DISTINCT c.id FROM term_forms f JOIN terms t ON t.id = f.term_id "
            "JOIN concepts c ON c.id = t.concept_id "
            f"WHERE f.language = ? AND f.form = ANY (?) AND {_IN_FORCE} ORDER BY c.id",
            primary(language), list(words),
        )  # fmt: skip
        return [row[0] for row in rows]

    def called(self, identity: str) -> Concept | None:
        """Returns the first of that id."""
        group = self._group(identity)
        return group.concept if group else None

    def own(self, identity: str) -> Concept:
        """Returns the one that leads."""
        return self._known(identity).members[0].concept

    def with_term(self, text: str, language: str) -> list[Concept]:
        """Looks them up by the text of the term."""
        rows = self._sql.rows(
            "SELECT c.id, t.language FROM terms t JOIN concepts c ON c.id = t.concept_id "
            f"WHERE t.text = ? AND {_IN_FORCE} ORDER BY c.id",
            text,
        )
        return self._load(list(dict.fromkeys(row for row, tag in rows if primary(tag) == primary(language))))

    def in_contrast_to(self, identity: str) -> list[str]:
        """Looks them up in the table of contrasts."""
        rows = self._sql.rows(
            "SELECT c.external_id FROM contrasts x JOIN concepts c ON c.id = x.concept_id "
            f"WHERE x.contrast = ? AND {_IN_FORCE} ORDER BY c.id",
            identity,
        )
        return [str(row[0]) for row in rows]

    def add(self, concept: Concept) -> int:
        """Stores a concept without a file."""
        from tmtool.store.sql.concept_writing import insert_concept
        from tmtool.store.sql.sources import memory_id

        return insert_concept(self._sql, memory_id(self._sql, TERMBASE), None, concept)

    def replace(self, identity: str, concept: Concept, *, edited: bool = True) -> int:
        """Keeps the row, and makes those of its terms anew."""
        from tmtool.store.sql.concept_writing import replace_concept

        row = self._known(identity).members[0].number
        replace_concept(self._sql, row, concept, edited=edited)
        return row

    def hold(self, identities: Collection[str]) -> None:
        """Holds the rows of all memories, in force or not."""
        rows = self._sql.rows("SELECT id FROM concepts WHERE external_id = ANY (?) ORDER BY id", sorted(identities))
        self._sql.hold("concepts", [int(row[0]) for row in rows])

    def set_aside(self, identity: str, line: int) -> int:
        """Keeps the rows of the concept, and that of the one whose place it had taken."""
        from tmtool.store.sql.setting_aside import set_concepts_aside

        rows = [one.number for one in self._known(identity).members]
        not_in_force = self._sql.rows(
            "SELECT id FROM concepts AS c WHERE external_id = (SELECT external_id FROM concepts WHERE id = ?) "
            f"AND NOT {_IN_FORCE}",
            rows[0],
        )
        set_concepts_aside(self._sql, [*rows, *(int(one[0]) for one in not_in_force)], line)
        return rows[0]

    def is_edited(self, identity: str) -> bool:
        """Returns what is known of the one that leads."""
        return self._known(identity).members[0].edited

    def repeated(self) -> Counter[str]:
        """Counts, by memory, what files say of concepts that another file gave before them."""
        rows = self._sql.rows(
            "SELECT DISTINCT c.id, m.name FROM concepts c JOIN memories m ON m.id = c.memory_id JOIN concepts o "
            "ON o.external_id = c.external_id AND o.memory_id = c.memory_id AND o.id <> c.id"
        )
        memories: dict[int, str] = dict(rows)
        found = Counter[str]()
        for group in self._groups(list(memories)):
            found[memories[group.members[0].number]] += len(group.members) - 1
        return found

    def _known(self, identity: str) -> Joined:
        group = self._group(identity)
        if group is None:
            raise LookupError(f"there is no concept '{identity}'")
        return group

    def _group(self, identity: str) -> Joined | None:
        row = self._sql.row(
            f"SELECT id FROM concepts c WHERE external_id = ? AND {_IN_FORCE} ORDER BY id LIMIT 1", identity
        )
        return self._groups([int(row[0])])[0] if row else None

    def _load(self, rows: list[int]) -> list[Concept]:
        return [group.concept for group in self._groups(rows)]

    def _groups(self, rows: list[int]) -> list[Joined]:
        """Returns the concepts of these rows, each once, joined with those of other files."""
        families: dict[int, list[int]] = {}
        for row, other in self._sql.rows(
            "SELECT c.id, o.id FROM concepts c JOIN concepts o ON o.external_id = c.external_id "
            "AND o.memory_id = c.memory_id AND o.id <> c.id WHERE c.id = ANY (?)",
            rows,
        ):
            families.setdefault(row, [row]).append(other)
        held = self._held({*rows, *(one for family in families.values() for one in family)})
        return groups(rows, families, held)

    def _held(self, rows: Collection[int]) -> dict[int, HeldConcept]:
        """Returns the concepts of these rows, asked for all at once."""
        wanted = list(rows)
        terms: dict[int, list[Term]] = {}
        for row, *one in self._sql.rows(
            "SELECT concept_id, text, language, status, part_of_speech, gender, grammatical_number, note, replaced_by, "
            "type, source, bodies, not_with FROM terms WHERE concept_id = ANY (?) ORDER BY concept_id, number",
            wanted,
        ):
            term = Term(one[0], one[1], _STATUSES[one[2]], *one[3:10], *map(_list, one[10:]))
            terms.setdefault(row, []).append(term)
        contrasts: dict[int, list[str]] = {}
        for row, contrast in self._sql.rows(
            "SELECT concept_id, contrast FROM contrasts WHERE concept_id = ANY (?) ORDER BY concept_id, contrast",
            wanted,
        ):
            contrasts.setdefault(row, []).append(contrast)
        found = {}
        for row, source, edited, identity, domain, definition, note, properties, date in self._sql.rows(
            "SELECT id, source_id, edited, external_id, domain, definition, note, properties, date "
            "FROM concepts WHERE id = ANY (?)",
            wanted,
        ):
            further = json.loads(properties) if properties != "{}" else NO_PROPERTIES
            own = tuple(terms.get(row, ())), domain, definition, note, tuple(contrasts.get(row, ()))
            found[row] = HeldConcept(row, source, bool(edited), Concept(identity, *own, further, date=date))
        return found


def _list(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written)) if written != "[]" else ()
