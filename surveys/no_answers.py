"""What stands under every box: two ways of saying why there are no words, apart from each other and from a skip."""

from __future__ import annotations

from surveys.options import Option

# not part of any definition, so that a survey published before has them too
NO_WORDS = (
    Option(id="dont-know", label="I don't know", missing="dont_know", alone=True),
    Option(id="prefer-not-to-say", label="I don't want to say", missing="prefer_not", alone=True),
)
