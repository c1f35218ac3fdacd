"""The young commissioners' table: young people review findings and services, with an adult in the room.

They see findings, never answers; what they make of them is kept in their own words.
"""
