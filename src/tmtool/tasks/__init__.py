"""Holds the tasks of users, one module each, which the command line and every other face call."""
