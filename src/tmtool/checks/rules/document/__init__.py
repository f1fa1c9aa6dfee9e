"""Checks of a document as a whole: do its parts agree with each other?"""
