"""Pronouns, descriptions, first persons: whom they mean, and when nobody can say."""

from onrecord.records import AttributionType

from .conftest import Said, read

DIRECT = AttributionType.DIRECT


def test_a_pronoun_takes_the_one_of_its_gender() -> None:
    text = "Ida Vell met Leo Brandt on Monday. She said no. He said yes."
    found = read(text, [Said("She", "said", "no"), Said("He", "said", "yes")], PER="Ida Vell|Leo Brandt")
    assert [found.who(1), found.who(2)] == ["Ida Vell", "Leo Brandt"]


def test_who_goes_on_speaking_is_the_same() -> None:
    text = "Osk Tarn said the ship sank. He said it was old. He added that nobody had looked."
    said = [
        Said("Osk Tarn", "said", "the ship sank"),
        Said("He", "said", "it was old"),
        Said("He", "added", "that nobody had looked", after="old."),
    ]
    found = read(text, said, PER="Osk Tarn")
    assert [found.who(n) for n in (1, 2, 3)] == ["Osk Tarn"] * 3


def test_nobody_to_mean_is_unresolved() -> None:
    found = read("The rain fell. She said no.", [Said("She", "said", "no")])
    assert found.resolved.attributions[0].source_id is None
    assert found.resolved.attributions[0].chain == ()


def test_a_role_leads_back_to_whom_it_introduced() -> None:
    text = "Osk Tarn, Halden's ambassador to Torvik, came on Monday. The ambassador said no."
    found = read(text, [Said("The ambassador", "said", "no")], PER="Osk Tarn", LOC="Halden|Torvik")
    source = found.source(1)
    assert source is not None
    assert (source.name, source.basis) == ("Osk Tarn", "Halden's ambassador to Torvik")


def test_a_role_before_the_name_introduces_too() -> None:
    text = "The interior minister, Ida Vell, resigned. The minister said it was time."
    assert read(text, [Said("The minister", "said", "it was time")], PER="Ida Vell").who(1) == "Ida Vell"


def test_an_unnamed_role_is_met_again_by_its_pronoun() -> None:
    text = "A nurse said the ward was full. She said it was cold."
    found = read(text, [Said("A nurse", "said", "the ward was full"), Said("She", "said", "it was cold")])
    assert found.source(1) is not None
    assert found.source(1) == found.source(2)


def test_i_is_the_speaker_of_the_words_around_it() -> None:
    text = '"I think it is late," Ida Vell said.'
    said = [Said("Ida Vell", "said", '"I think it is late,"', type=DIRECT), Said("I", "think", "it is late", parent=1)]
    found = read(text, said, PER="Ida Vell")
    assert found.who(2) == "Ida Vell"
    assert found.chain(2) == ["Ida Vell"]


def test_i_outside_all_quotations_is_the_author() -> None:
    found = read("I think it is late.", [Said("I", "think", "it is late")], byline="Ada Quill")
    assert (found.kind(1), found.who(1)) == ("author", "Ada Quill")


def test_a_line_about_the_author_names_him() -> None:
    text = "I think it is late.\n\nOsk Tarn is a ferry captain."
    found = read(text, [Said("I", "think", "it is late")], PER="Osk Tarn")
    assert (found.kind(1), found.who(1)) == ("author", "Osk Tarn")


def test_a_quotation_without_a_cue_goes_on() -> None:
    text = '"It is late," said Ida Vell.\n\n"It is always late."'
    said = [
        Said("Ida Vell", "said", '"It is late,"', type=DIRECT),
        Said("", "", '"It is always late."', type=DIRECT),
    ]
    assert read(text, said, PER="Ida Vell").who(2) == "Ida Vell"


def test_an_answer_is_the_one_interviewed() -> None:
    text = "Ida Vell paints. We met Vell on a roof.\n\nQ: Why?\n\nA: I like roofs."
    said = [Said("Q", ":", "Why?"), Said("A", ":", "I like roofs.", after="A: I")]
    found = read(text, said, PER="Ida Vell|Vell")
    assert (found.kind(1), found.who(2)) == ("author", "Ida Vell")


def test_an_informants_attorney_is_no_informant() -> None:
    text = "Ida Vell, an attorney for the former FBI informant, said no. The informant left, saying it was late."
    said = [
        Said("Ida Vell, an attorney for the former FBI informant,", "said", "no"),
        Said("The informant", "saying", "it was late"),
    ]
    assert read(text, said, PER="Ida Vell").who(2) == "The informant"
