"""What both languages share: digits, numeral grammar, calendars, data files."""
