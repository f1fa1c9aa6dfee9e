"""Reads the grammar of French, as far as a text can be judged by it without doubt.

`reading.reading(text)` gives the words of a text with what the lexicon says of each. Every other module answers one
question about these words: which nouns hang on each other (`noun_chains`), what agrees (`noun_groups`,
`figure_groups`, `adjectives`, `participles`), what the subject is (`subjects`) and whether the verb has its number
(`verbs`), its mood (`moods`) and its form (`infinitives`), which word is impossible in its place (`homophones`), what a
small word becomes before the next (`elision_and_contraction`). They take and give words and know neither checks nor
sources: what is reported, how gravely and in which words is the matter of ``checks/rules/``.

The questions are those of French. Another language brings a package of its own next to its words, with the questions
that make sense in it, and checks that require that language.
"""
