"""Defines the shapes of the JSON: what a program may rely on, as types (docs/reference.md).

One module a kind of answer, called as the module of `present` that makes it. Keys come in the order of their
declaration. Spans are [start, end] in code points of a text that the same object has. Nothing here is loaded to answer:
to make the types takes longer than to write the answer.
"""

# No module here has postponed annotations: they would hide from TypedDict which keys are not required.
