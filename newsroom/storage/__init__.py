"""Files, YAML and git: all that newsroom reads from and writes to a machine."""
