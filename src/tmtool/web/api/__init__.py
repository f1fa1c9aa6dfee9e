"""Answers programs in JSON, as docs/reference.md describes it: one file a kind of question.

A question says of itself what may be asked and what comes back, so that the address, the checking of what is asked, and
the description in OpenAPI are one and the same.
"""
