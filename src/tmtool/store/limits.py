"""Which rows of each table may somebody see who is limited to some memories?

A home that is limited has, in place of each table with content, a view of the same name, by which all its questions are
answered: so nothing is counted, ranked or cut off before it is filtered. The conditions are SQL that SQLite and
PostgreSQL read alike. What is stored once for several memories (segments, documents) is seen by who sees one of the
units that have it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tmtool.store import TERMBASE

_OF_MEMORY = "memory_id IN (SELECT id FROM {whole}memories WHERE name IN ({names}))"
_UNIT = "EXISTS (SELECT 1 FROM {whole}units u WHERE u.id = {unit} AND u." + _OF_MEMORY + ")"
_CONCEPT = "EXISTS (SELECT 1 FROM {whole}concepts c WHERE c.id = {concept} AND c." + _OF_MEMORY + ")"
_SHOWN = {
    "memories": "name IN ({names})",
    "sources": _OF_MEMORY,
    "documents": "EXISTS (SELECT 1 FROM {whole}units u WHERE u.document_id = shown.id AND u." + _OF_MEMORY + ")",
    "segments": (
        "EXISTS (SELECT 1 FROM {whole}variants v JOIN {whole}units u ON u.id = v.unit_id "
        "WHERE v.segment_id = shown.id AND u." + _OF_MEMORY + ")"
    ),
    "units": _OF_MEMORY,
    "variants": _UNIT.replace("{unit}", "shown.unit_id"),
    "joined": _UNIT.replace("{unit}", "shown.unit_id"),
    "concepts": _OF_MEMORY,
    "terms": _CONCEPT.replace("{concept}", "shown.concept_id"),
    "contrasts": _CONCEPT.replace("{concept}", "shown.concept_id"),
    "term_forms": (
        "EXISTS (SELECT 1 FROM {whole}terms t JOIN {whole}concepts c ON c.id = t.concept_id "
        "WHERE t.id = shown.term_id AND c." + _OF_MEMORY + ")"
    ),
    # What was done to a memory as a whole may name another one, and what to none or to several tells of all of them.
    "history": (
        "CASE WHEN entity IN ('units', 'unit_proposals') THEN "
        + _UNIT.replace("{unit}", "shown.entity_id")
        + " WHEN entity = 'concept_proposals' AND entity_id = 0 THEN {termbase}"
        + " WHEN entity IN ('concepts', 'concept_proposals') THEN "
        + _CONCEPT.replace("{concept}", "shown.entity_id")
        + " ELSE entity = 'memories' AND action IN ('weigh', 'rename') AND EXISTS "
        "(SELECT 1 FROM {whole}memories m WHERE m.id = shown.entity_id AND m.name IN ({names})) END"
    ),
    "set_aside": "memory IN ({names})",
}
_ASKED = "CASE WHEN {} THEN 1 ELSE 0 END = 1"
"""PostgreSQL would take a bare condition for a join with the memories, and read them whole for a few rows."""


def shown(memories: Collection[str], whole: str) -> Iterator[tuple[str, str]]:
    """Yields the name of each table, and the condition for the rows of it, called "shown", that may be seen; `whole` is
    what the tables themselves are named by, before their names."""
    names = ", ".join("'" + name.replace("'", "''") + "'" for name in sorted(memories)) or "NULL"
    termbase = "1 = 1" if TERMBASE in memories else "1 = 0"
    for table, condition in _SHOWN.items():
        yield table, _ASKED.format(condition.format(whole=whole, names=names, termbase=termbase))
