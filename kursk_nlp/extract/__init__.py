"""From frames to claims; knows no language."""
