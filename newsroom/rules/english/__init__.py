"""Rules for papers in English: newspaper style, as an edition has it."""
