"""Tests of the formats; a package, so that they share the helpers of conftest."""
