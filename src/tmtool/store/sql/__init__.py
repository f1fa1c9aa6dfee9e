"""Asks and writes what all kinds of database that speak SQL are asked and told in the same words.

A group of questions here is that of `store.groups`, put to a `Dialect`, by which each kind says the little that it
says in words of its own. What is asked otherwise, since it has to be fast, is in the package of the kind.
"""
