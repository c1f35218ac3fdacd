"""Workshops: an hour in a room, as a plan, as it runs, and as contributions that join the wave."""

from feedback_app.workshops.contributing import LONGEST, NotAWorkshop, NothingSaid, contribute, join

__all__ = ["LONGEST", "NotAWorkshop", "NothingSaid", "contribute", "join"]
