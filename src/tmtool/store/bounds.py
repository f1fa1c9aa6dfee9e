"""What must a segment hold of a query to reach a threshold, and which lists of postings are worth reading to know it?

With n tokens in the query, m in a stored segment, L = max(n, m) and a threshold
of T per cent, a match has an edit distance d with ``100 * d <= (100 - T) * L``. Of M tokens kept,
S substituted, D deleted from the query and I inserted, n = M + S + D, m = M + S + I and
d = S + D + I, hence M >= L - d >= need(L) with need(x) = ceil(T * x / 100). It follows that

1. *length*: need(n) <= m <= floor(100 * n / T), since M <= min(n, m);
2. *loss*: at most loss(m) = n - need(max(n, m)) tokens of the query are missing from a match;
3. *prefix*: take the distinct tokens of the query in any order, each with its weight, the number
   of times it is there. Once the weights exceed loss(n) >= loss(m), every match holds one of
   the tokens taken: only their postings are read, the rarest first. When a token's turn comes with
   the weight w before it, a match that holds none of those before keeps at most n - w tokens, so
   that need(m) <= n - w: longer segments need not be read from its list;
4. *count*: of tokens taken with a total weight of W, a match holds at least W - loss(m), which is at
   least 1 for what the prefix reads of each length. A further list, read for all lengths, raises what
   must be held by its weight: it can only remove candidates, and is read while that costs less than
   verifying those it may remove.
5. *reach*: with the weight w of the lists read for its length that it does not hold, a segment keeps at most n - w
   tokens, and no more than m: its rate is at most floor(100 * min(n - w, m) / L).

All of it in integers, so that nothing is lost by rounding. What lists cost decides which further ones are read,
never what is found.
"""

from __future__ import annotations

# In microseconds: reading a row of postings, a posting in it; verifying a candidate.
_ROW, _POSTING, _VERIFIED = 8.0, 0.001, 2.0
LIKELY_REMOVED = 0.5
"""The share of the candidates that a further list removes, on average."""
_USUAL_LENGTHS = 40
"""About so many lengths hold the postings of a frequent token."""


def need(length: int, threshold: int) -> int:
    """Returns how many of so many tokens a match keeps at least."""
    return -(-threshold * length // 100)


class Reach(dict[tuple[int, int], int]):
    """A `Reach` is the rate that a segment reaches at most, by its length and the weight that it holds of the lists
    read.

    `taken` are the lists' weights, each with the length that it was read to; `total` is the length of the query. The
    length `longest` stands for all longer ones too.
    """

    def __init__(self, taken: list[tuple[int, int]], total: int, longest: int) -> None:
        super().__init__()
        self._taken = taken
        self._weight = sum(weight for _, weight in taken)
        self._total = total
        self._longest = longest

    def __missing__(self, key: tuple[int, int]) -> int:
        length, holding = key
        total = self._total
        # All lists are read to the length of the query at least.
        weight = self._weight if length <= total else sum(weight for to, weight in self._taken if to >= length)
        kept = total - max(weight - holding, 0)
        if length < self._longest:
            kept = min(kept, length)
        self[key] = rate = 100 * kept // max(total, length)
        return rate


def in_window(frequency: int, shortest: int, longest: int) -> float:
    """Returns about how many of a frequent token's postings are of these lengths."""
    return frequency * min(1.0, (longest - shortest + 1) / _USUAL_LENGTHS)


def pays(postings: float, counting: float, candidates: int, removed: float) -> bool:
    """Tells whether reading a list, and counting it in so many microseconds, is likely to cost less than verifying the
    share of the candidates that it removes."""
    return _ROW + postings * _POSTING + counting < candidates * _VERIFIED * removed
