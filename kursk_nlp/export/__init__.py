"""Documents and tables in the forms that other programs open."""
