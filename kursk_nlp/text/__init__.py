"""Characters, tokens and sentences; knows no word of any language."""
