"""What may keep a newsroom from working, looked at one thing after the other; each with what to do."""
