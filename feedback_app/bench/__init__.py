"""What a respondent's pages cost a phone in poor signal, beside what other software costs it."""
