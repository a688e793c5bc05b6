"""Faults that only show across the values of a file, or across files."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import get_args

from claims import __version__
from claims.errors import Problem
from claims.located import Located, Step
from claims.packs.compiled import GAP
from claims.packs.faults import nearest
from claims.packs.written import Context, Slots, WrittenPack, WrittenRule

MARKS = (
    "@actor",
    "@collective",
    "@stateless",
    "@any",
    "@first",
    "@other",
    "@pair",
    "@second",
    "@speaker",
    "@state",
    "@quoted",
)
SLOTS = (
    "subject", "object", "possessor", "modifier", "governor", "clause", "source", "addressee",
    "content", "partner", "antecedent", "accuser", "trigger", "sentence", "topic", "nobody", "by",
    "of", "against", "for", "on", "upon", "to", "with", "over", "about", "from", "in", "into", "at",
    "as", "toward", "towards", "between", "among", "behind", "through", "after", "before",
    "under", "that", "predicate", "clause-subject", "modified", "doing", "beside",
    "relative",
)  # fmt: skip
CONTEXTS = list(get_args(Context))
_TRIGGERS = ("verb", "noun", "adjective", "phrase")
_LONGEST_PHRASE = 10
_LIST = re.compile(r"^<([a-z][a-z-]*)>$")

File = tuple[Located, WrittenPack]


def list_name(word: str) -> str | None:
    """Return the name of the word list that ``<name>`` stands for."""
    found = _LIST.match(word)
    return found.group(1) if found else None


def check(files: Sequence[File]) -> list[Problem]:
    """Return every fault that needs more than one value to be seen."""
    lists = {name for _, pack in files for name in pack.words}
    homes = _homes(files)
    problems: list[Problem] = []
    for located, pack in files:
        for steps, what, fix in _faults(pack, lists, homes, located.path):
            line, column = located.place(steps)
            problems.append(Problem(located.path, line, column, what, fix))
    return problems


Fault = tuple[tuple[Step, ...], str, str]


def _homes(files: Sequence[File]) -> dict[str, list[str]]:
    homes: dict[str, list[str]] = {}
    for located, pack in files:
        for rule in pack.rules:
            line, _ = located.place(("rules", pack.rules.index(rule), "id"))
            homes.setdefault(rule.id, []).append(f"{located.path}:{line}")
    return homes


def _faults(
    pack: WrittenPack, lists: set[str], homes: dict[str, list[str]], path: str
) -> Iterator[Fault]:
    if pack.rules and pack.stance is None:
        yield ("pack",), "rules without a stance", "add 'stance:' below 'pack:'"
    yield from _slot_names(("speaker",), pack.speaker)
    yield from _slot_names(("target",), pack.target)
    seen: dict[str, int] = {}
    for i, rule in enumerate(pack.rules):
        where: tuple[Step, ...] = ("rules", i)
        yield from _rule_faults(rule, where, lists)
        if rule.id.split(".")[0] != pack.pack:
            yield (*where, "id"), f"'{rule.id}' is not of pack '{pack.pack}'", _own(pack, rule)
        first = homes[rule.id][0]
        if len(homes[rule.id]) > 1 and (not first.startswith(f"{path}:") or rule.id in seen):
            yield (*where, "id"), f"id '{rule.id}' stands at {first} too", "give it another id"
        seen[rule.id] = i
    for key, ids in (("disable", pack.disable), ("extend", [e.id for e in pack.extend])):
        for i, name in enumerate(ids):
            if name not in homes:
                yield (key, i), f"no rule '{name}' to {key}", nearest(name, list(homes))
    for name, words in pack.words.items():
        yield from _list_faults(name, words, lists)


def _own(pack: WrittenPack, rule: WrittenRule) -> str:
    return f"write {pack.pack}.{rule.id.split('.')[-1]}"


def _list_faults(name: str, words: list[str], lists: set[str]) -> Iterator[Fault]:
    for i, word in enumerate(words):
        inner = list_name(word)
        if inner == name:
            yield ("words", name, i), f"list '{name}' holds itself", "take it out"
        elif inner and inner not in lists:
            yield ("words", name, i), f"no word list '{inner}'", nearest(inner, list(lists))


def _rule_faults(rule: WrittenRule, where: tuple[Step, ...], lists: set[str]) -> Iterator[Fault]:
    if not any(getattr(rule, key) for key in _TRIGGERS):
        yield (*where, "id"), f"'{rule.id}' has no trigger", "add verb, noun, adjective or phrase"
    for key in _TRIGGERS:
        for i, word in enumerate(getattr(rule, key) or []):
            yield from _trigger_faults(key, word, (*where, key, i), lists)
    if rule.since and _numbers(rule.since) > _numbers(__version__):
        what = f"'{rule.id}' needs claims {rule.since}, this is {__version__}"
        yield (*where, "since"), what, "update claims, or take the rule out"
    yield from _slot_names((*where, "speaker"), rule.speaker or [])
    yield from _slot_names((*where, "target"), rule.target or [])
    yield from _condition_faults(rule.requires, (*where, "requires"), lists)
    for i, item in enumerate(rule.unless or []):
        if isinstance(item, dict):
            yield from _condition_faults(item, (*where, "unless", i), lists)


def _numbers(version: str) -> tuple[int, ...]:
    """Return a version as numbers that can be compared: "0.10" comes after "0.9"."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def _trigger_faults(
    key: str, word: str, where: tuple[Step, ...], lists: set[str]
) -> Iterator[Fault]:
    words = word.split()
    if key != "phrase":
        if word != word.lower():
            yield where, f"'{word}' is no lemma", f"write '{word.lower()}'"
        return
    if words[0] == GAP:
        yield where, "a phrase cannot begin with '*'", "begin with a word"
    if len(words) > _LONGEST_PHRASE:
        yield where, f"a phrase of {len(words)} words", f"use at most {_LONGEST_PHRASE}"
    if any(a == b == GAP for a, b in pairwise(words)):
        yield where, "two gaps in a row", "one '*' already spans three words"
    for part in words:
        inner = list_name(part)
        if inner and inner not in lists:
            yield where, f"no word list '{inner}'", nearest(inner, list(lists))


def _slot_names(where: tuple[Step, ...], slots: Sequence[str]) -> Iterator[Fault]:
    for i, slot in enumerate(slots):
        if slot not in SLOTS:
            yield (*where, i), f"unknown slot '{slot}'", nearest(slot, list(SLOTS))


def _condition_faults(slots: Slots, where: tuple[Step, ...], lists: set[str]) -> Iterator[Fault]:
    for slot, words in slots.items():
        if slot not in (*SLOTS, "speaker", "target", "context"):
            yield (*where, slot), f"unknown slot '{slot}'", nearest(slot, list(SLOTS))
        for i, word in enumerate(words):
            inner = list_name(word)
            if slot == "context":
                if word not in CONTEXTS:
                    yield (*where, slot, i), f"unknown context '{word}'", nearest(word, CONTEXTS)
            elif inner and inner not in lists:
                yield (*where, slot, i), f"no word list '{inner}'", nearest(inner, list(lists))
            elif word.startswith("@") and word not in MARKS:
                yield (*where, slot, i), f"unknown mark '{word}'", nearest(word, list(MARKS))
