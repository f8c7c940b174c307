"""Plain mechanics of language: words, sentences, quotation marks, offsets. Knows nothing of articles or speakers."""
