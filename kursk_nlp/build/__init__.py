"""Commands that make the generated files of the package again."""
