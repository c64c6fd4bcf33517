"""Copy from strangers: mutated articles, pictures and settings are judged, and what is said of them is checked."""
