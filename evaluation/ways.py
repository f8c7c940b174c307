"""What newspapers are known to do, one way a sentence, end to end: a failure points at one rule.

    score(reader) -> {"words to a medium": 91.0, "words relayed": 75.8, "bodies called so": 85.0, ...}, per cent

ways.txt, written by us: "Ida Vell told Channel 6 News that ... | Ida Vell < Channel 6 News" is a chain; some attribution has to
have its links, in small letters and without "the", parts of them enough. "Northbank | bank lender" is a body, or a person as
introduced, and what it is called a sentence later. A line of the last section is a trade before a name.
Rules made from whole articles moved only these articles; rules made from such sentences moved others (decision 0022).
`python -m evaluation.ways` prints what fails.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord import sources
from onrecord.records import Reading
from onrecord.settings import Settings
from onrecord.workflows import Reader

WAYS = Path(__file__).with_name("ways.txt")
_BEFORE = "A pier fell in Halden on Monday. Nobody was hurt.\n\n"
_CHAINS = {"media": "words to a medium", "relays": "words relayed"}
_BODY = "{0} apologised on Monday for the delays. The {1} said the work would be done by May."
_PERSON = "{0} said on Monday that the pier was unsafe. The {1} added that the work would be done by May."
_KEPT = ("Lord", "Dame", "Lady")  # titles that stay with a name
_TRADE = "{0} Ida Vell said on Monday that the pier was unsafe."


def sections(path: Path = WAYS) -> dict[str, list[str]]:
    """'# media\\nA | B\\n' -> {"media": ["A | B"]}"""
    out: dict[str, list[str]] = {}
    for line in filter(None, path.read_text("utf8").splitlines()):
        if line.startswith("# "):
            lines = out.setdefault(line.removeprefix("# "), [])
        else:
            lines.append(line)
    return out


def score(reader: Reader) -> dict[str, float]:
    return _shares((measure, right) for measure, _, right in _answers(reader))


def _shares(answers: Iterable[tuple[str, bool]]) -> dict[str, float]:
    held: dict[str, list[bool]] = {}
    for measure, right in answers:
        held.setdefault(measure, []).append(right)
    return {measure: round(100 * sum(given) / len(given), 2) for measure, given in held.items()}


def _answers(reader: Reader) -> Iterator[tuple[str, str, bool]]:
    """(measure, what was read, whether as wanted)"""
    ways = sections()
    for section, measure in _CHAINS.items():
        for line in ways[section]:
            text, wanted = line.split(" | ")
            yield measure, line, _has_chain(_read(reader, text), wanted)
    for section, template in (("bodies", _BODY), ("people", _PERSON)):
        for line in ways[section]:
            name, nouns = line.split(" | ")
            for noun in nouns.split():
                text = template.format(name, noun.replace("-", " "))
                said = next((n for n in ("Leo Brandt", "Ida Vell") if n in name), name)
                yield f"{section} called so", text, _last(_read(reader, text)).endswith(said.lower().removeprefix("the "))
    for trade in ways["trades"]:
        text = _TRADE.format(trade)
        said = _last(_read(reader, text))
        yield "trades before a name", text, said == (f"{trade} Ida Vell".lower() if trade in _KEPT else "ida vell")


def _read(reader: Reader, text: str) -> Reading:
    return reader.read(sources.load(sources.Input("way.txt", data=f"{_BEFORE}{text}\n".encode()), Settings()))


def _has_chain(reading: Reading, wanted: str) -> bool:
    named = {s.id: (s.name or "").lower() for s in reading.sources}
    links = [link.lower() for link in wanted.split(" < ")]
    chains = ([named[s] for s in a.chain] for a in reading.attributions)
    return any(len(c) == len(links) and all(w in n for w, n in zip(links, c, strict=True)) for c in chains)


def _last(reading: Reading) -> str:
    """The name of who says the last of it."""
    named = {s.id: (s.name or "").lower().removeprefix("the ") for s in reading.sources}
    return named.get(reading.attributions[-1].source_id or "", "") if reading.attributions else ""


def main() -> None:
    answers = list(_answers(Reader()))
    for measure, text, right in answers:
        if not right:
            print(f"{measure}: {text}")
    for measure, value in _shares((measure, right) for measure, _, right in answers).items():
        print(f"{measure:24} {value:6.2f}")


if __name__ == "__main__":
    main()
