"""The nouns of a newsroom, pure: no files, no git, no terminal."""
