"""HTML forms: a survey's question becomes an accessible field, and what was posted becomes a plain value."""
