"""Lays agendas out as the United Nations publishes them, to measure how well their text is found again."""
