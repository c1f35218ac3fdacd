"""The many ways of saying nothing, as patterns over plain words: no capitals, marks or apostrophes."""

from __future__ import annotations

import re

# Politeness and hedges: what is left without them is what was said.
FILLER = re.compile(
    r"\b(?:um+|er+m*|uh+|hmm+|well|sorry|just|really|actually|at all|thank you(?: so much| very much)?|thanks?|cheers|"
    r"please|lol|x+|honestly|absolutely|literally|personally|obviously|realistically|particular(?:ly)?|in particular|"
    r"specific(?:ally)?|off ?hand|right now|at (?:the|this) (?:moment|minute|time|point|stage)|at present|for now|"
    r"so far|currently|yet|this time|on (?:this|that) occasion|(?:in|for|on) (?:my|our) (?:case|part)|"
    r"for (?:me|us|myself)|"
    r"in (?:all )?(?:fairness|honesty)|(?:in|under) the circumstances|to be (?:perfectly )?(?:honest|fair)|tbh|"
    r"i (?:suppose|guess)|i dont think$|i(?: a)?m afraid|(?:as|so) far as i(?: a)?m concerned|"
    r"off the top of my head|whatsoever|very)\b"
)

_WHO = r"(?:(?:i|we|he|she|they) )?"
_NOT = r"(?:not|nt| not)"
_THING = r"(?:nothing|non|none|nowt|nought|anything|any|owt|one|much|a (?:single )?thing)"
_COMMENTS = r"(?:comments?|answers?|ideas?|opinions?|views?|suggestions?|feedback|reply|response|thoughts?)"
_TO_SAY = r"to (?:add|say|report|comment(?: on)?|mention|tell|note|write|put|declare|suggest|share|make|give)"
_ABOVE = r"(?:above|before|previous(?:ly)?|earlier|last|below|question|number|q)"
_SAID = r"(?:said|stated|mentioned|answered|covered|explained|described|noted)"

_WAYS = (
    # "there is nothing else to add", "nothing that i can think of", "not a lot", "nothing comes to mind"
    r"(?:(?:there|it)(?: is| was|s) |(?:i|we)(?: have|ve)?(?: got)? |have )?"
    r"(?:nothing|non|none|nowt|nought|not (?:anything|a thing|much|a lot|a great deal))"
    r"(?: (?:more|else|further|other|extra|new|obvious|drastic|major|much|and i mean nothing))*"
    rf"(?: {_TO_SAY}(?: here| about (?:it|this|that))?)?"
    r"(?: (?:that )?(?:i|we) (?:can|could|would|know|am)"
    r"(?: (?:think|know|aware|say|add|suggest|recall|remember))?(?: of)?)?"
    r"(?: (?:comes|springs) to mind)?",
    rf"(?:there )?(?:is|are|was){_NOT} (?:any|anything|nowt|nothing)(?: {_COMMENTS})?",
    # "cant think of anything else", "cannot say"
    rf"{_WHO}(?:can|could){_NOT}? (?:think|thing) of {_THING}(?: (?:else|more|you could do|{_TO_SAY}))*",
    rf"{_WHO}(?:can|could){_NOT} (?:say|remember|recall|comment|answer|think)"
    r"(?: (?:that|this|it|on (?:this|that|it)))?",
    # "i dont know", "we dont have any comments to make", "do not wish to answer"
    rf"{_WHO}(?:do|does|did|dos){_NOT} (?:know|remember|recall|mind|think so|"
    r"(?:want|wish) to (?:say|answer|comment)(?: anything)?)",
    rf"{_WHO}(?:do|does|did){_NOT} have (?:a|an|any|anything)"
    rf"(?: (?:further|other|more))?(?: {_COMMENTS})?(?: (?:else|{_TO_SAY}))*",
    rf"{_WHO}(?:do|does|did){_NOT} think there (?:is|was) (?:any|anything)(?: else)?",
    r"(?:i(?: a)?m )?(?:not (?:so )?sure|unsure|undecided)(?: what to (?:say|put|write))?",
    rf"(?:i have |we have )?no (?:(?:more|further|other|additional|real) )?{_COMMENTS}"
    rf"(?:/complaints?)?(?: {_TO_SAY})?(?: (?:needed|given))?",
    r"not (?:that (?:i|we) (?:can|know|am|could)(?: (?:think|aware))?(?: of)?|for the moment)",
    # "see my previous answer", "as above", "already covered in question 2"
    rf"(?:see|refer to|look at|read|same as|exactly as|as|(?:i(?: have|ve)? )?(?:already )?{_SAID})"
    rf"(?: (?:it|this|that|i|we|have|has|been|was|is|already|the|my|your|in|by|to|as|"
    rf"per|same|answer|comments?|\d+|{_SAID}))*"
    rf" {_ABOVE}(?: (?:above|before|previous(?:ly)?|earlier|entry|entries|question|one|time|number|"
    rf"box|page|\d+|{_COMMENTS}))*",
    r"unreadable|illegible|unable to read|n/a/?",
)  # fmt: skip
SAYS_NOTHING = re.compile("(?:{0})(?: (?:{0}))?".format("|".join(f"(?:{way})" for way in _WAYS)))
