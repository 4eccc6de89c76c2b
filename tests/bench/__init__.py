"""How long things take; run by hand (``python -m tests.bench``), never as a timed test."""
