"""What a file says of an entry beyond what has a field of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NO_PROPERTIES: Mapping[str, str] = MappingProxyType({})
