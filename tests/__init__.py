"""The tests mirror the packages; `journeys` has one file for each thing that a person does."""
