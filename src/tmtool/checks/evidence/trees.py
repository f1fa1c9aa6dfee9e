"""Adds up boosted trees: a small model of many weak rules, learnt elsewhere and read from a table of the pair.

A line of the table is a tree: the model it belongs to, then its nodes, each after the other. A node is ``sign<bound``,
with what follows if the sign is at most the bound and then what follows if it is more, or a leaf ``=value``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tmtool.languages.pairs.pair import LanguagePair

_Node = tuple[str, float, int, int] | float
"""A sign with its bound and the places of what follows at most and above it, or a leaf."""


class Trees:
    """`Trees` are the trees of a model, whose sum is the logarithm of odds."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._trees = [_tree(line) for line in lines]

    def odds(self, signs: Mapping[str, float]) -> float:
        """Returns the logarithm of the odds that signs speak for."""
        total = 0.0
        for nodes in self._trees:
            node = nodes[0]
            while not isinstance(node, float):
                sign, bound, low, high = node
                node = nodes[low if signs[sign] <= bound else high]
            total += node
        return total


@cache
def trees(pair: LanguagePair, table: str, model: str) -> Trees | None:
    """Returns the trees of a model in a table of the pair; None where there are none."""
    lines = [line for name, line in pair.rows(table) if name == model]
    return Trees(lines) if lines else None


def _tree(line: str) -> list[_Node]:
    nodes: list[_Node] = []
    _read(iter(line.split(";")), nodes)
    return nodes


def _read(words: Iterator[str], nodes: list[_Node]) -> int:
    """Appends the node that comes next, and what follows it, and returns its place."""
    word = next(words)
    place = len(nodes)
    if word.startswith("="):
        nodes.append(float(word[1:]))
        return place
    sign, _, bound = word.rpartition("<")
    nodes.append(0.0)
    low = _read(words, nodes)
    high = _read(words, nodes)
    nodes[place] = sign, float(bound), low, high
    return place
