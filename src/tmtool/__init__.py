"""tmtool: a translation memory and term base for the agendas of United Nations bodies."""

__version__ = "0.1.0"
