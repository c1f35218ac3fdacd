"""Sentences as vectors by their meaning: all-MiniLM-L6-v2, on this computer's processor, with nothing sent anywhere."""

from __future__ import annotations

from analysis.sentences.vectors import SentenceVectors

__all__ = ["SentenceVectors"]
