"""The database: one SQLite file for translation memories and term bases."""
