"""Judges what agrees with a subject, or with an object before it: verbs, participles and what completes them."""
