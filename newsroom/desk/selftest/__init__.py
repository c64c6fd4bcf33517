"""The guarantees, tried on this machine's own file system: in a folder of its own, with real commands."""
