"""Serves memory, terms and checks to assistants, by the Model Context Protocol, for their drafts to be held against.

It needs the extra `mcp`, and is loaded by `tmtool mcp` only.
"""
