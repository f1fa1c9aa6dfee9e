"""Keeps the home in one SQLite file: the protocol `store.home.Home` with all that only SQLite knows."""
