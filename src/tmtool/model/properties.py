"""Says what a file says of an entry beyond what has a field of its own."""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

NO_PROPERTIES: Mapping[str, str] = MappingProxyType({})


def _proxy(properties: dict[str, str]) -> MappingProxyType[str, str]:
    return MappingProxyType(properties)


def _reduced(proxy: MappingProxyType[Any, Any]) -> tuple[Callable[..., MappingProxyType[str, str]], tuple[Any, ...]]:
    return _proxy, (dict(proxy),)


# The standard library pickles no mapping that cannot be changed, and processes send each other units and concepts.
copyreg.pickle(MappingProxyType, _reduced)
