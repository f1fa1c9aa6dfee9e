"""By what short number is a content known again?

BLAKE2b (RFC 7693) from the module that hashlib itself takes it from: hashlib first loads OpenSSL, which is a twentieth
of the time that a cold lookup takes.
"""

from __future__ import annotations

from _blake2 import blake2b


def digest_of(content: str, size: int) -> bytes:
    """A digest of `size` bytes (1 to 64) of a text; lone surrogates, which files may hold, are content too."""
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=size).digest()
