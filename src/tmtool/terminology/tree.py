"""Keeps terms as a tree of their words of content: each step is a word of the text, whatever the number of terms."""

from __future__ import annotations

from collections.abc import Sequence

from tmtool.terminology.pattern import Link, Pattern


class Node:
    """A `Node` is the place in the tree after some parts of a term. `link` leads to it from the part before, `patterns`
    are the terms that end with it, `marked` is True if some term goes on after a punctuation mark, `splits` if one that
    goes on may be split here."""

    __slots__ = ("_children", "_known", "link", "marked", "patterns", "splits")

    def __init__(self, link: Link) -> None:
        self.link = link
        self.marked = False
        self.splits = False
        self.patterns: list[Pattern] = []
        self._children: dict[str, list[Node]] = {}
        self._known: dict[tuple[frozenset[str], Link], Node] = {}

    @property
    def goes_on(self) -> bool:
        """Tells whether some term goes on from here."""
        return bool(self._known)

    def plant(self, pattern: Pattern) -> None:
        """Adds a term below this node, which has to be the root."""
        node = self
        for part in pattern.parts:
            child = node._known.get((part.keys, part.link))
            if child is None:
                child = Node(part.link)
                node._known[part.keys, part.link] = child
                node.marked = node.marked or bool(part.link.mark)
                node.splits = node.splits or part.link.splits
                for key in part.keys:
                    node._children.setdefault(key, []).append(child)
            node = child
        node.patterns.append(pattern)

    def at(self, keys: tuple[str, ...]) -> Sequence[Node]:
        """Returns the nodes to which a word of a text leads, by its keys."""
        if len(keys) == 1:  # Most words have one, and each word of a text is asked for.
            return self._children.get(keys[0], ())
        return [node for key in keys for node in self._children.get(key, ())]

    def has(self, keys: tuple[str, ...]) -> bool:
        """Tells whether a word of a text leads to a node from here."""
        return keys[0] in self._children if len(keys) == 1 else not self._children.keys().isdisjoint(keys)
