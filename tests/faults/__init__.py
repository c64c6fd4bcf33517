"""Nothing lost: a fault at every call that changes a file, and what one command later is left of it."""
