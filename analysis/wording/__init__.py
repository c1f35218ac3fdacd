"""What is made of a comment's words before they become vectors. The words that people see stay as they were written."""

from analysis.wording.reader import TextReader

__all__ = ["TextReader"]
