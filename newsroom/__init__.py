"""The editorial command line for newspapers whose issues live in a git repository."""

# A constant: looking it up in the package's metadata alone doubles the time of `newsroom --version`.
__version__ = "0.1.0"
