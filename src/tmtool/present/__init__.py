"""Answers as plain JSON values, for the command line and every other face of the program (docs/reference.md).

One module a kind of answer: functions from model objects to dictionaries, lists, texts and numbers, in the `shapes`
that programs rely on. Offsets are 0-based, half-open, in Unicode code points; dates are ISO 8601; times end in ``Z``.
Nothing here prints, reads or writes.
"""
