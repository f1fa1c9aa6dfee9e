"""Reads the grammar of French, as far as a text can be judged by it without doubt.

`words.reading.reading(text)` gives the words of a text with what the lexicon says of each. Every other module answers
one question about these words, which its first line asks. They stand in rooms, each of which imports only from those
above it in this list:

- ``words``: the words of a text, the closed words that many modules ask for, what a small word becomes before the next,
  which word a slip of the hand stands for, and which is no slip.
- ``nouns``: determiners, short noun groups and the nouns that hang on each other; figures around a noun; and what
  changes around a noun when another takes its place.
- ``subjects``: what the subject of a verb is, alone or joined to others, across a clause or counted in figures.
- ``predicates``: what agrees with the subject or with an object before: verbs, participles, their complements.
- ``qualifiers``: what agrees with a noun: adjectives right after it or apart from it, pronouns of relative clauses.
- ``forms``: which form a verb has to have, of which time it is, both words of a denial, and which of two words that
  sound alike is impossible.
- ``prepositions``: which preposition a word goes with, and which words a set phrase has.
- ``contexts``: which form a word is likely to have by all that is around it, as a model has learnt it. It asks of
  the others only what a word is: where a rule and the model say the same, two have read the text.

They take and give words and know neither checks nor sources: what is reported, how gravely and in which words is the
matter of ``checks/rules/``.

The questions are those of French. Another language brings a package of its own next to its words, with the questions
that make sense in it, and checks that require that language.
"""
