"""Says what is asked of the term base."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tmtool.model import Concept


class Concepts(Protocol):
    """`Concepts` holds the concepts with their terms.

    All questions are about concepts in force: one of the packaged term base (`store.TERMBASE`) that nobody changed by
    hand is not, while another memory has one with its id. Concepts come in the order in which they were stored. One
    that several files of a memory have in different languages is one here (`store.joined_concepts`).
    """

    def any(self) -> bool:
        """Tells whether there is a term at all."""

    def all(self) -> list[Concept]:
        """Returns the whole term base."""

    def for_texts(self, texts: Iterable[str], language: str) -> list[Concept]:
        """Returns the concepts with a term in the language whose first word is in one of the texts, in any of the forms
        of `text.term_words.first_words`: all that a recogniser could find there, and some that it will not."""

    def for_both(
        self, sources: Iterable[str], targets: Iterable[str], source_language: str, target_language: str
    ) -> tuple[list[Concept], list[Concept]]:
        """Returns what `for_texts` does of either side of a translation; what is on both is read once."""

    def called(self, identity: str) -> Concept | None:
        """Returns the concept that a term table calls so."""

    def own(self, identity: str) -> Concept:
        """Returns the concept called so without what other files say of it: what `replace` puts another in the place
        of. Raises LookupError if there is none."""

    def with_term(self, text: str, language: str) -> list[Concept]:
        """Returns the concepts that have a term of just this text in this primary language, whatever its status."""

    def in_contrast_to(self, identity: str) -> list[str]:
        """Returns the ids of the concepts that name this one as a contrast."""

    def add(self, concept: Concept) -> int:
        """Stores a concept made by hand, in `store.TERMBASE`; the number that the history knows it by."""

    def replace(self, identity: str, concept: Concept, *, edited: bool = True) -> int:
        """Puts a concept changed by hand in the place of the one called so; its number, which stays. A new import
        leaves it alone, unless it is said not to be `edited`. Raises LookupError if there is none."""

    def hold(self, identities: Collection[str]) -> None:
        """Waits for who is changing the concepts called so, as `Units.hold` does."""

    def set_aside(self, identity: str, line: int) -> int:
        """Removes the concept called so, and the one not in force whose place it had taken, which else would be in
        force again; the number that it had. `Sources.put_back` brings both back by the line of the history that tells
        of it. Raises LookupError if there is none."""

    def is_edited(self, identity: str) -> bool:
        """Tells whether the concept called so was changed by hand. Raises LookupError if there is none."""
