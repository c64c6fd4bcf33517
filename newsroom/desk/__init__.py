"""The verbs of a newsroom, one file each. They print nothing and ask nothing; `cli/` does."""
