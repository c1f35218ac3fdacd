"""What forms draw, and what they read back."""
