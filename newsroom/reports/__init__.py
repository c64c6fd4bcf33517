"""Findings as people and programs read them, one format a file."""

# Of every JSON document that newsroom prints; it grows when one of them changes in a way that breaks its readers.
SCHEMA_VERSION = 1
