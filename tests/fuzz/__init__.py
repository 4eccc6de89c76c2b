"""Coverage-guided fuzzing of every door of the library: ``python -m tests.fuzz ENTRY`` (needs the extra ``fuzz``).

``entries`` says what each door promises, ``mutate`` how inputs are varied so that they get past the surface, ``__main__`` runs atheris.
Inputs that broke a promise are kept in ``found/<entry>/`` and read again by ``tests/test_fuzz.py``, without atheris.
"""
