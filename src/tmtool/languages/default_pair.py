"""The languages that a text and its translation are taken for where nobody says which."""

from __future__ import annotations

SOURCE = "en"
TARGET = "fr"
