"""The rules of an audit, all of them. Each is a function of its own; this list says which are looked at, in this order."""

from onrecord.reading.audit.allegation import allegation_has_no_answer
from onrecord.reading.audit.anonymity import anonymity_is_not_explained
from onrecord.reading.audit.late import attribution_comes_after_the_second_sentence
from onrecord.reading.audit.opinion import anonymous_source_gives_an_opinion
from onrecord.reading.audit.plural import plural_sources_come_down_to_one
from onrecord.reading.audit.rule import Rule
from onrecord.reading.audit.single import story_rests_on_one_source
from onrecord.records.audit import RuleName

RULES: tuple[Rule, ...] = (
    Rule(
        RuleName.SINGLE_SOURCE,
        "the story rests on one source",
        story_rests_on_one_source,
        "Reuters Handbook of Journalism, The Essentials of Reuters sourcing: two sources are better than one, and a story on a "
        "single one is the exception",
    ),
    Rule(
        RuleName.PLURAL_SOURCES,
        "plural sources claimed, one found",
        plural_sources_come_down_to_one,
        "Reuters Handbook of Journalism, The Essentials of Reuters sourcing: no plural where there is one source",
    ),
    Rule(
        RuleName.UNEXPLAINED_ANONYMITY,
        "an anonymous source, and no reason why",
        anonymity_is_not_explained,
        "AP News Values and Principles, Anonymous sources: a story says why a source asked not to be named; SPJ Code of Ethics "
        "likewise",
    ),
    Rule(
        RuleName.ANONYMOUS_OPINION,
        "an anonymous source gives an opinion",
        anonymous_source_gives_an_opinion,
        "AP News Values and Principles, Anonymous sources: facts only, neither opinion nor speculation; Reuters keeps "
        "attacks to named sources",
    ),
    Rule(
        RuleName.UNANSWERED_ALLEGATION,
        "an allegation, and no response from the accused",
        allegation_has_no_answer,
        "BBC Editorial Guidelines, section 6, Right of reply: whoever is accused of wrongdoing gets a chance to answer; SPJ "
        "Code of Ethics likewise",
    ),
    Rule(
        RuleName.LATE_ATTRIBUTION,
        "the speaker is told after the second sentence of a quotation",
        attribution_comes_after_the_second_sentence,
        "Reuters Handbook of Journalism, The Essentials of Reuters sourcing: the speaker of a quotation is told soon, as a "
        "rule after its first sentence",
        needs_sources=False,
    ),
)
