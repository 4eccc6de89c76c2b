"""The language-blind engine: lexicons from TSV, one scan for all of them, and the frames that languages fill."""
