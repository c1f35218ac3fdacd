"""Measurements of the analysis: how well, how fast, in how much memory."""
