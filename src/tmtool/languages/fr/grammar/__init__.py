"""Reads the grammar of French, as far as a text can be judged by it without doubt.

`reading.reading(text)` gives the words of a text with what the lexicon says of each. Every other module answers one
question about these words, which its first line asks:

- Which nouns hang on each other (`noun_chains`), and what agrees with a noun: determiners and figures (`noun_groups`,
  `figure_groups`), adjectives (`adjectives`, `joined_adjectives`, `pointing`), what stands apart from it (`apposed`,
  `detached_participles`, `common_gender`), the pronoun of a relative clause (`relative_pronouns`, `relative_phrases`).
- What the subject is (`subjects`, `counted_subjects`, `joined_subjects`, `shared_subjects`, `clauses`), where a clause
  opens (`clause_openings`), and what agrees with the subject or an object before: the verb (`verbs`, `sure_numbers`),
  participles and predicates (`participles`, `joined_participles`, `objects`, `antecedents`).
- Which form a verb has to have: its mood (`moods`, `clause_verbs`), an infinitive or a participle (`infinitives`,
  `mistaken_forms`), both words of a denial (`denials`); and of which time it is (`verb_groups`).
- Which preposition a word goes with (`government`, which asks the `governing_` modules, and `complements`), and which
  words a set phrase has (`fixed_phrases`).
- Which word is impossible in its place (`homophones`), what a small word becomes before the next
  (`elision_and_contraction`), which word a slip of the hand stands for (`slips`), and which is no slip
  (`word_building`).
- What changes around a noun when another takes its place (`substitution`).

They take and give words and know neither checks nor sources: what is reported, how gravely and in which words is the
matter of ``checks/rules/``.

The questions are those of French. Another language brings a package of its own next to its words, with the questions
that make sense in it, and checks that require that language.
"""
