"""A strategy of an invented area that `heard strategies check` finds nothing wrong with."""

from __future__ import annotations

from analysis.strategy_review import FEWEST_WORDS

WORDS = ", ".join(f'"late on day {number}"' for number in range(FEWEST_WORDS))
SOUND = f"""
area = "thornmoor"
area_name = "Thornmoor"
version = 1
title = "What Thornmoor promises"
cycle_source = "none is printed"
not_included = ["the foreword: thanks to the people who wrote it"]

[[sets]]
id = "promises"
name = "Our promises"
kind = "standard"
description_by = "us"
easy_read_by = "us"

[[sets.standards]]
id = "be-on-time"
name = "Be on time"
description = "People come when they said."
easy_read = "We come when we say."
keywords = [{WORDS}]
source = "s. 2, “Our promises”"
"""
