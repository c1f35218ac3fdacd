"""The tables of an evidence pack: every one of them, and the columns that a reader may rely on."""

from __future__ import annotations

from typing import Final

# `people` is a count that may be shown, or nothing; `shown` says the same in words that a page can print.
# A count below the floor is never written: what is hidden is not in the file.
SCHEMA: Final = """
-- how this pack was made, and what it is about: inputs' hash, versions, seed, thresholds, the area's own words
CREATE TABLE about (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- one row for each group, in reading order; 'everyone' is the last row when there are several groups
CREATE TABLE people (
    group_id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    group_name TEXT NOT NULL,
    took_part INTEGER,
    took_part_shown TEXT NOT NULL,
    finished INTEGER,
    finished_shown TEXT NOT NULL,
    wrote INTEGER,
    wrote_shown TEXT NOT NULL
);

-- closed facts about who took part ("Who filled this in?"), counted within a group
CREATE TABLE people_facts (
    id INTEGER PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES people(group_id),
    group_name TEXT NOT NULL,
    fact TEXT NOT NULL,
    answer TEXT NOT NULL,
    people INTEGER,
    shown TEXT NOT NULL
);

-- every question that was asked, of whom
CREATE TABLE questions (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    survey TEXT NOT NULL,
    group_id TEXT REFERENCES people(group_id),
    group_name TEXT NOT NULL,
    words TEXT NOT NULL,
    kind TEXT NOT NULL,
    asks TEXT NOT NULL,
    link TEXT NOT NULL,
    domain TEXT NOT NULL,
    scale TEXT NOT NULL
);

-- a closed question's result for one group and one service; mean and median as they may be printed ("9.2 or more")
CREATE TABLE scales (
    id INTEGER PRIMARY KEY,
    question_id TEXT NOT NULL REFERENCES questions(id),
    question TEXT NOT NULL,
    group_id TEXT NOT NULL REFERENCES people(group_id),
    group_name TEXT NOT NULL,
    service_id TEXT NOT NULL,
    service_name TEXT NOT NULL,
    answered INTEGER,
    answered_shown TEXT NOT NULL,
    mean TEXT,
    median TEXT,
    small_base INTEGER NOT NULL
);

-- the distribution behind a row of `scales`, in the order shown to people, then the kinds of no answer
CREATE TABLE scale_counts (
    id INTEGER PRIMARY KEY,
    scale_id INTEGER NOT NULL REFERENCES scales(id),
    position INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('answer', 'not split', 'no answer')),
    option_id TEXT NOT NULL,
    label TEXT NOT NULL,
    score REAL,
    people INTEGER,
    share INTEGER,
    shown TEXT NOT NULL
);

-- the themes of the level that is counted, and the broader levels above it; `heading` is the commissioner's name for
-- one, `suggested` the computer's ('' where people made it, NULL in an edition of a pack from before it was written),
-- `known` says "known since" a wave or "new", where there is a wave before
CREATE TABLE themes (
    id TEXT PRIMARY KEY,
    level INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_by TEXT NOT NULL,
    heading TEXT NOT NULL,
    suggested TEXT,
    known TEXT NOT NULL,
    parent_id TEXT REFERENCES themes(id),
    is_counted INTEGER NOT NULL,
    is_provisional INTEGER NOT NULL,
    is_tentative INTEGER NOT NULL,
    terms TEXT NOT NULL,
    tone TEXT NOT NULL
);

-- how many people of a group spoke to a theme, all of them ('all') and by how they spoke of it
CREATE TABLE theme_counts (
    id INTEGER PRIMARY KEY,
    theme_id TEXT NOT NULL REFERENCES themes(id),
    theme_name TEXT NOT NULL,
    group_id TEXT NOT NULL REFERENCES people(group_id),
    group_name TEXT NOT NULL,
    sentiment TEXT NOT NULL CHECK (sentiment IN ('all', 'positive', 'negative', 'mixed', 'neutral')),
    people INTEGER,
    base INTEGER,
    share INTEGER,
    shown TEXT NOT NULL,
    how_many TEXT NOT NULL,
    step INTEGER NOT NULL,
    small_base INTEGER NOT NULL
);

-- the promises (and findings, topics, ...) that the comments were held against
CREATE TABLE standards (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    area_id TEXT NOT NULL,
    area_name TEXT NOT NULL,
    strategy TEXT NOT NULL,
    strategy_status TEXT NOT NULL,
    set_id TEXT NOT NULL,
    set_name TEXT NOT NULL,
    set_name_by TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_promise INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_by TEXT NOT NULL,
    description TEXT NOT NULL,
    description_by TEXT NOT NULL,
    easy_read TEXT NOT NULL,
    easy_read_by TEXT NOT NULL,
    lacks TEXT NOT NULL,
    polarity TEXT NOT NULL,
    status TEXT NOT NULL,
    modelled_on TEXT NOT NULL,
    note TEXT NOT NULL,
    source TEXT NOT NULL
);

-- as theme_counts, for standards
CREATE TABLE standard_counts (
    id INTEGER PRIMARY KEY,
    standard_id TEXT NOT NULL REFERENCES standards(id),
    standard_name TEXT NOT NULL,
    group_id TEXT NOT NULL REFERENCES people(group_id),
    group_name TEXT NOT NULL,
    sentiment TEXT NOT NULL CHECK (sentiment IN ('all', 'positive', 'negative', 'mixed', 'neutral')),
    people INTEGER,
    base INTEGER,
    share INTEGER,
    shown TEXT NOT NULL,
    how_many TEXT NOT NULL,
    step INTEGER NOT NULL,
    small_base INTEGER NOT NULL
);

-- in large groups: how many of the people who spoke to a standard did so likely, and how many only possibly
CREATE TABLE standard_strengths (
    id INTEGER PRIMARY KEY,
    standard_id TEXT NOT NULL REFERENCES standards(id),
    standard_name TEXT NOT NULL,
    group_id TEXT NOT NULL REFERENCES people(group_id),
    group_name TEXT NOT NULL,
    strength TEXT NOT NULL CHECK (strength IN ('likely', 'possible')),
    people INTEGER,
    shown TEXT NOT NULL
);

-- the words by which the computer found a standard, each used by as many people as the floor says, or more
CREATE TABLE standard_words (
    standard_id TEXT NOT NULL REFERENCES standards(id),
    position INTEGER NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (standard_id, position)
);

-- which themes speak to which standard, by group (everyone's where no group's own is shown); a pair without a row has
-- few people, or may not be shown
CREATE TABLE theme_standards (
    theme_id TEXT NOT NULL REFERENCES themes(id),
    standard_id TEXT NOT NULL REFERENCES standards(id),
    theme_name TEXT NOT NULL,
    standard_name TEXT NOT NULL,
    group_id TEXT NOT NULL DEFAULT 'everyone',
    group_name TEXT NOT NULL DEFAULT 'Everyone',
    people INTEGER NOT NULL,
    shown TEXT NOT NULL,
    PRIMARY KEY (theme_id, standard_id, group_id)
);

-- of each list of promises: how many people of a group said something that speaks to one of it or more (`people`), and
-- how many wrote and spoke to none (`none`); a list and a group without a row may not be shown
CREATE TABLE list_voices (
    area_id TEXT NOT NULL,
    set_id TEXT NOT NULL,
    set_name TEXT NOT NULL,
    group_id TEXT NOT NULL REFERENCES people(group_id),
    group_name TEXT NOT NULL,
    people INTEGER NOT NULL,
    none INTEGER NOT NULL,
    base INTEGER NOT NULL,
    PRIMARY KEY (area_id, set_id, group_id)
);

-- standards of two sets that the same part of a comment spoke to, by group; a pair without a row has few people, or may
-- not be shown
CREATE TABLE shared_voices (
    one_id TEXT NOT NULL REFERENCES standards(id),
    other_id TEXT NOT NULL REFERENCES standards(id),
    one_name TEXT NOT NULL,
    other_name TEXT NOT NULL,
    group_id TEXT NOT NULL REFERENCES people(group_id),
    group_name TEXT NOT NULL,
    people INTEGER NOT NULL,
    shown TEXT NOT NULL,
    PRIMARY KEY (one_id, other_id, group_id)
);

-- standards of two sets that may be about the same: suggested by the computer, by their words or by shared voices,
-- until a person (`who`) confirms or refuses it
CREATE TABLE related_standards (
    one_id TEXT NOT NULL REFERENCES standards(id),
    other_id TEXT NOT NULL REFERENCES standards(id),
    one_name TEXT NOT NULL,
    other_name TEXT NOT NULL,
    by_words INTEGER NOT NULL,
    by_voices INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'refused')),
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    decided_on TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (one_id, other_id)
);

-- standards of lists that the comments were not read against, which a person confirmed to be about the same as one that
-- they were; the words of the other list are those of its newest version
CREATE TABLE related_elsewhere (
    standard_id TEXT NOT NULL REFERENCES standards(id),
    other_id TEXT NOT NULL,
    standard_name TEXT NOT NULL,
    other_name TEXT NOT NULL,
    other_status TEXT NOT NULL,
    other_set TEXT NOT NULL,
    other_strategy TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    PRIMARY KEY (standard_id, other_id)
);

-- gaps both ways: a promise that fewer people of a group than the floor spoke to (`people` are those of it who wrote),
-- or a theme that `people` of a group spoke about, fewer than the floor of them in words that speak to a promise
CREATE TABLE gaps (
    id INTEGER PRIMARY KEY,
    standard_id TEXT REFERENCES standards(id),
    theme_id TEXT REFERENCES themes(id),
    name TEXT NOT NULL,
    group_id TEXT NOT NULL REFERENCES people(group_id),
    group_name TEXT NOT NULL,
    people INTEGER NOT NULL,
    CHECK ((standard_id IS NULL) <> (theme_id IS NULL))
);

-- words that may be shown: redacted, and released by a person ('released') or, outside the app, 'not checked'
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    theme_id TEXT REFERENCES themes(id),
    theme_name TEXT NOT NULL,
    position INTEGER NOT NULL,
    group_id TEXT NOT NULL REFERENCES people(group_id),
    group_name TEXT NOT NULL,
    sentiment TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('typical', 'outlier')),
    words TEXT NOT NULL,
    release TEXT NOT NULL CHECK (release IN ('released', 'not checked'))
);

-- the standards that a quote speaks to, with the words of the quote that made it so; `chance` is how often of a hundred
-- the computer is right where it says so, nothing until enough labels have shown it
CREATE TABLE quote_standards (
    quote_id INTEGER NOT NULL REFERENCES quotes(id),
    standard_id TEXT NOT NULL REFERENCES standards(id),
    standard_name TEXT NOT NULL,
    strength TEXT NOT NULL CHECK (strength IN ('likely', 'possible')),
    chance INTEGER,
    reason TEXT NOT NULL,
    PRIMARY KEY (quote_id, standard_id)
);

-- results that somebody else published: printed exactly as they were, never as responses
CREATE TABLE published_results (
    id INTEGER PRIMARY KEY,
    area_id TEXT NOT NULL,
    title TEXT NOT NULL,
    question TEXT NOT NULL,
    service TEXT NOT NULL,
    respondents INTEGER NOT NULL,
    mean TEXT NOT NULL,
    scale TEXT NOT NULL,
    group_name TEXT NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL
);

-- what people decided about what the computer suggested
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    about TEXT NOT NULL,
    decision TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    replaces TEXT NOT NULL
);

-- drawn charts: SVG with class names of the report's stylesheet, each with its sentence and its base
CREATE TABLE figures (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('scale bar')),
    title TEXT NOT NULL,
    group_id TEXT NOT NULL REFERENCES people(group_id),
    question_id TEXT REFERENCES questions(id),
    scale_id INTEGER REFERENCES scales(id),
    svg TEXT NOT NULL,
    words TEXT NOT NULL,
    base TEXT NOT NULL
);
"""
