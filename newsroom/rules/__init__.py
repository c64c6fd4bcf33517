"""The rules: one rule, one file, found by the engine because it lies here. See CONTRIBUTING.md for how to add one."""
