"""Where in the work young people take part, and how far their say goes, in words of ours."""

from __future__ import annotations

from collections.abc import Mapping

# Shier's pathways to participation (2001), in words of ours
SHIER: Mapping[int, str] = {
    1: "We are listened to",
    2: "We are helped to say what we think",
    3: "What we think is taken into account",
    4: "We take part in deciding",
    5: "We share the power to decide",
}


STAGES: Mapping[str, str] = {
    "plan": "Finding out what is needed",
    "design": "Writing down what a service must do",
    "choose": "Choosing who does it",
    "check": "Checking how it goes",
}
