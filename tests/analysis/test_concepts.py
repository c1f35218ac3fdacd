"""The concepts that come with the package, and refusing a file that is wrong."""

from __future__ import annotations

import pytest

from analysis.concepts import MalformedConcepts, load_concepts, parse_concepts

SOUND = """
[[concepts]]
id = "a"
names = ["a"]
says = ["b"]
"""


def test_each_concept_stands_once_and_no_list_says_a_thing_twice() -> None:
    concepts = load_concepts().concepts

    assert len({concept.id for concept in concepts}) == len(concepts)
    for concept in concepts:
        for words in (concept.says, concept.hints, concept.unless, concept.needs, concept.names):
            assert len(set(words)) == len(words), concept.id


def test_nothing_tells_and_hints_at_once() -> None:
    both = {concept.id: set(concept.says) & set(concept.hints) for concept in load_concepts().concepts}

    assert not {id: words for id, words in both.items() if words}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"c\.toml: write at least one"),
        ("[[concepts]", r"c\.toml: this is not TOML"),
        (
            '[[concepts]]\nid = "a"\nnames = ["a"]',
            r"c\.toml, concept a: `says` is missing; write it as a list of texts",
        ),
        ('[[concepts]]\nid = "a"\nnames = "a"\nsays = ["b"]', "concept a: `names` must be a list of texts"),
        (
            '[[concepts]]\nid = "a"\nnames = ["a"]\nsays = ["b"]\nunles = []',
            "`unles` is not a field; did you mean `unless`",
        ),
        ('spellings = 3\n[[concepts]]\nid = "a"\nnames = ["a"]\nsays = ["b"]', "`spellings` must be a table of texts"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place_and_what_to_change(text: str, message: str) -> None:
    with pytest.raises(MalformedConcepts, match=message):
        parse_concepts(text, source="c.toml")


def test_a_sound_file_is_read() -> None:
    (concept,) = parse_concepts(SOUND, source="c.toml").concepts

    assert (concept.id, concept.names, concept.says, concept.hints) == ("a", ("a",), ("b",), ())
