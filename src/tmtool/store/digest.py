"""By what short number is a content known again?

BLAKE2b (RFC 7693) from the module that hashlib itself takes it from: hashlib first loads OpenSSL, which is a twentieth
of the time that a cold lookup takes.
"""

from __future__ import annotations

import json
from _blake2 import blake2b
from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter

from tmtool.model import Concept, Term

_SAID_BY = attrgetter(*(field.name for field in fields(Term)))


def digest_of(content: str, size: int) -> bytes:
    """Returns a digest of `size` bytes (1 to 64) of a text; lone surrogates, which files may hold, are content too."""
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=size).digest()


def digest_of_rows(rows: Iterable[tuple[object, ...]]) -> str:
    """Returns a text that is the same for the same rows of texts and numbers."""
    digest = blake2b(digest_size=16)
    for row in rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()


def digest_of_concept(concept: Concept) -> bytes:
    """Returns twelve bytes, the same for concepts that say the same."""
    content = [
        concept.id, [_SAID_BY(term) for term in concept.terms], concept.domain, concept.definition,
        concept.note, concept.date, sorted(concept.contrasts), sorted(concept.properties.items()),
    ]  # fmt: skip
    return digest_of(json.dumps(content, ensure_ascii=False), 12)
