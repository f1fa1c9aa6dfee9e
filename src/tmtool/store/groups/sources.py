"""Says what is asked of the memories, and of the files that were imported into them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tmtool.store.groups.writers import ConceptWriter, UnitWriter
    from tmtool.store.values import Extent, Memory, MemoryRight, Part, Right, Source, SourceFile, SourceKind


class Sources(Protocol):
    """`Sources` holds memories, and the files that were imported into them: each replaced, weighed or removed as a
    whole."""

    def memories(self) -> list[str]:
        """Returns the names of all memories, in order."""

    def find(self, memory: str, kind: SourceKind, path: str) -> Source | None:
        """Returns the file that the memory has under this path, None if it has none."""

    def called(self, path: str) -> frozenset[int]:
        """Returns the numbers of the files of units with this path, in whatever memory."""

    def memory(self, name: str) -> Memory | None:
        """Returns the memory of that name, None if there is none."""

    def imports(self, memories: Collection[str]) -> str:
        """Returns what is another text once one of these memories has another name, penalty, trust or number, or a file
        of it has been imported anew, moved or removed."""

    def files(self, memory: str) -> list[SourceFile]:
        """Returns the files of the memory of that name, by path; what was added by hand has none."""

    def has_document(self, symbol: str) -> bool:
        """Tells whether there are units of a document with that symbol."""

    def replace_units(self, memory: str, path: str, file_format: str, sha256: str) -> UnitWriter:
        """Begins to replace the units that a file gave a memory by those given to the writer: units with unchanged
        content keep their numbers. The memory is made if there is none."""

    def replace_concepts(self, memory: str, path: str, file_format: str, sha256: str) -> ConceptWriter:
        """Begins to replace the concepts that a file gave a memory, as `replace_units` does."""

    def weigh(self, memory: str, penalty: int, trust: int) -> None:
        """Sets how many points are taken off the rate of every match of a memory, and how far it is trusted; both 0 to
        100."""

    def rename(self, memory: str, name: str) -> None:
        """Gives a memory another name, which no memory has."""

    def rights(self, memory: str) -> list[MemoryRight]:
        """Returns who may do what with a memory, by name; nobody where it is everybody's who may ask the home."""

    def share(self, memory: str, role: str, right: Right) -> None:
        """Gives somebody whom the home knows a right on a memory, in place of the one they had. The first time the
        memory becomes that of who does so, and is no longer everybody's: others are answered as if there were none.
        Raises LookupError where nobody is known by that name, DatabaseError where the home knows nobody."""

    def unshare(self, memory: str, role: str | None) -> bool:
        """Takes somebody's right on a memory back, or makes it everybody's (None); tells whether they had one. The last
        who owns it keeps theirs."""

    def move(self, part: Part, memory: str) -> Extent:
        """Makes the units and concepts of a part those of another memory, which is made if there is none; how much it
        was. They keep their numbers. A file of which all goes, goes along, and is called by the name of its old memory
        too where the other has one of its path; of which some goes, it is a file of both. A memory that is left with
        nothing goes, if the part is all of it."""

    def extent(self, part: Part) -> Extent:
        """Returns how much is in a part. A document has no concepts."""

    def set_aside(self, part: Part, record: Callable[[Extent], int]) -> Extent:
        """Removes the units and concepts of a part, the files, documents and memory that nothing is left of, and keeps
        them by the line of the history that `record` makes when it is told how much it is: whoever was changing some
        has been waited for then. Returns how much it was. A file of which something is left is read again by its next
        import."""

    def aside(self) -> list[int]:
        """Returns the lines of the history by which something is set aside, the last first."""

    def put_back(self, line: int) -> Extent:
        """Makes what was set aside by that line of the history what it was, by the same numbers, and says how much that
        is. Raises LookupError if there is nothing, or if a file of it has been imported again since."""

    def extent_aside(self, part: Part | None) -> Extent:
        """Returns how many units and concepts of a part (None for any) are set aside."""
