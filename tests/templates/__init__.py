"""Every page in every state that it can be in, drawn with invented context."""
