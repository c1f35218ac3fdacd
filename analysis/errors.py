"""The one base of the mistakes that an analysis can explain."""


class AnalysisError(Exception):
    """Something about the input that its owner can change. The message says what, and never quotes anybody's words."""
