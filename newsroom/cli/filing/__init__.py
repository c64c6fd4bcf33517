"""Filing at a terminal: the questions for a story and its photos, what they offer, and the answers that are kept."""
