"""The stages of an article at which it may be judged."""

STAGES = ("draft", "submitted", "approved", "published")
CURRENT = "current"  # each article at the stage that its own status says
