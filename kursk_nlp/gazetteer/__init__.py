"""Countries, places, people and organisations: one id per thing in both languages."""
