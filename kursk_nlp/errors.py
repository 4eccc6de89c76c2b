"""The errors a user can meet; each message says what was given, what is allowed, and where."""


class KurskError(Exception):
    """Base of every error that kursk_nlp raises on purpose."""


class InputError(KurskError, ValueError):
    """An article, date or option that cannot be read: says which, and what is allowed."""


class LanguageError(InputError):
    """A language that is not one of ours, or a text whose language cannot be told."""


class DataError(KurskError):
    """A data file of the library, a gold file or a stored record that breaks its own form."""


class MissingExtraError(KurskError, ImportError):
    """A feature whose optional dependencies are not installed; names the extra to install."""
