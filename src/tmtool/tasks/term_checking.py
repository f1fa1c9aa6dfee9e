"""Looks the term base through for what is wrong in it, and for what the memory says otherwise."""

from __future__ import annotations

from tmtool.store.home import Home
from tmtool.tasks.packaged import packaged_concepts
from tmtool.terminology.consistency import Problem, problems
from tmtool.terminology.usage import contradicted, usages


def check_terms(home: Home | None, *, source_language: str, target_language: str, pairs: int) -> list[Problem]:
    """Returns the problems of the term base in the database, of the packaged one where there is no database; at most
    `pairs` of the newest pairs of the memory are held against it."""
    concepts = packaged_concepts() if home is None else home.concepts.all()
    found = list(problems(concepts, source_language, target_language))
    if home is not None and pairs:
        texts = home.units.newest(source_language, target_language, pairs)
        found += contradicted(usages(concepts, texts, source_language, target_language), target_language)
    return found
