"""Which poll, which company, which "it": descriptions that once went to the wrong thing."""

from .conftest import Said, read


def test_a_poll_of_another_name_is_another_poll() -> None:
    text = (
        "A fresh Halden poll shows a lead. Monday's Quillan poll has a tie. The Q poll finds doubts. A Pell poll says so too."
    )
    said = [
        Said("A fresh Halden poll", "shows", "a lead"),
        Said("Monday's Quillan poll", "has", "a tie"),
        Said("The Q poll", "finds", "doubts"),
    ]
    found = read(text, said)
    assert found.source(3) is found.source(2)
    assert found.source(2) is not found.source(1)


def test_a_company_close_before_is_meant_not_one_named_later() -> None:
    text = (
        "“Who are they?” Ida Vell said of Halden in May, when the company refused to open a lamp.\n\n"
        "Its rival, the parent company Pell United Corp., opened one."
    )
    said = [Said("Ida Vell", "said", "“Who are they?”"), Said("the company", "refused", "to open a lamp")]
    assert read(text, said, PER="Ida Vell", ORG="Halden|Pell United Corp").who(2) == "Halden"


def test_what_was_named_in_the_words_did_not_say_them() -> None:
    words = "“While Halden sleeps, stay inside. Halden is far,”"
    text = f"Halden said no. The board of the harbour met. The lamp is out. {words} it says."
    said = [Said("Halden", "said", "no"), Said("it", "says", words)]
    assert read(text, said, ORG="Halden").who(2) is None
