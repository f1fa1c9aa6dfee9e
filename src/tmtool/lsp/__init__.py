"""Shows findings and quick repairs in editors, by the Language Server Protocol.

It needs the extra `lsp`, and is loaded by `tmtool lsp` only.
"""
