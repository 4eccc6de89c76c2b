"""``python -m kursk_nlp`` is ``kursk-nlp``."""

from .cli import main

main()
