"""Turn what was written into rules and an index from trigger lemma to rules."""

from collections.abc import Iterable, Mapping, Sequence

from claims.located import Located
from claims.packs.checks import list_name
from claims.packs.compiled import GAP, Condition, Match, Packs, Reject, Rule, Trigger, Trust
from claims.packs.written import Extension, Slots, WrittenPack, WrittenRule

Lists = Mapping[str, frozenset[str]]
File = tuple[Located, WrittenPack]
_KINDS = ("verb", "noun", "adjective", "phrase")
_NO_WORDS = frozenset({"speaker", "target", "context"})  # slots that no words fill


def compile_packs(files: Sequence[File], *, trust: Mapping[str, Trust], pack_hash: str) -> Packs:
    """Return rules and index of checked files; later files extend and disable earlier ones."""
    lists = _lists(files)
    disabled = {name for _, pack in files for name in pack.disable}
    extensions: dict[str, list[Extension]] = {}
    for _, pack in files:
        for extension in pack.extend:
            extensions.setdefault(extension.id, []).append(extension)
    rules: list[Rule] = []
    index: dict[str, list[Trigger]] = {}
    for located, pack in files:
        for i, written in enumerate(pack.rules):
            if written.id in disabled:
                continue
            full = _extended(written, extensions.get(written.id, ()))
            line, column = located.place(("rules", i, "id"))
            rule = _rule(full, pack, lists, f"{located.path}:{line}:{column}")
            rules.append(rule)
            for lemma, trigger in _triggers(full, rule, lists):
                index.setdefault(lemma, []).append(trigger)
    frozen = {lemma: tuple(found) for lemma, found in index.items()}
    return Packs(tuple(rules), frozen, lists, trust, pack_hash)


def _lists(files: Sequence[File]) -> dict[str, frozenset[str]]:
    """Return every word list, lists inside lists opened; files add to lists of the same name."""
    written: dict[str, list[str]] = {}
    for _, pack in files:
        for name, words in pack.words.items():
            written.setdefault(name, []).extend(words)

    def opened(name: str, above: frozenset[str]) -> set[str]:
        found: set[str] = set()
        for word in written[name]:
            inner = list_name(word)
            if inner is None:
                found.add(word)
            elif inner not in above:
                found |= opened(inner, above | {inner})
        return found

    return {name: frozenset(opened(name, frozenset({name}))) for name in written}


def _extended(rule: WrittenRule, extensions: Iterable[Extension]) -> WrittenRule:
    for extension in extensions:
        more = {kind: getattr(extension, kind) for kind in _KINDS if getattr(extension, kind)}
        changes: dict[str, object] = {
            kind: [*(getattr(rule, kind) or []), *words] for kind, words in more.items()
        }
        changes["matches"] = [*rule.matches, *extension.matches]
        changes["rejects"] = [*rule.rejects, *extension.rejects]
        if extension.priority is not None:
            changes["priority"] = extension.priority
        rule = rule.model_copy(update=changes)
    return rule


def _rule(rule: WrittenRule, pack: WrittenPack, lists: Lists, place: str) -> Rule:
    unless = pack.unless if rule.unless is None else rule.unless
    slots = [item for item in unless if isinstance(item, dict)]
    requires = _conditions(rule.requires, lists)
    return Rule(
        id=rule.id,
        why=rule.why,
        pack=pack.pack,
        stance=pack.stance or "",
        sub_stance=rule.sub_stance if rule.sub_stance is not None else pack.sub_stance,
        cameo=rule.cameo or "",
        layer=rule.layer or pack.layer,
        speaker=tuple(rule.speaker or pack.speaker),
        target=tuple(rule.target or pack.target),
        requires=requires,
        excludes=tuple(found for item in slots for found in _conditions(item, lists)),
        unless=frozenset(item for item in unless if isinstance(item, str)),
        priority=rule.priority,
        told=rule.told or pack.told,
        uncertain=rule.uncertain,
        reciprocal=rule.reciprocal,
        since=rule.since or "",
        specificity=2 * len(requires),
        place=place,
        entries=sum(len(getattr(rule, kind) or []) for kind in _KINDS),
        matches=tuple(Match(**written.model_dump()) for written in rule.matches),
        rejects=tuple(Reject(**written.model_dump()) for written in rule.rejects),
        wordings=tuple(c for c in requires if not c.marks and c.slot not in _NO_WORDS),
    )


def _conditions(slots: Slots, lists: Lists) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            slot,
            _open([word for word in words if not word.startswith("@")], lists),
            frozenset(word for word in words if word.startswith("@")),
        )
        for slot, words in slots.items()
    )


def _open(words: Iterable[str], lists: Lists) -> frozenset[str]:
    found: set[str] = set()
    for word in words:
        inner = list_name(word)
        found |= lists[inner] if inner else {word}
    return frozenset(found)


def _triggers(rule: WrittenRule, made: Rule, lists: Lists) -> Iterable[tuple[str, Trigger]]:
    for kind in ("verb", "noun", "adjective"):
        for written in getattr(rule, kind) or []:
            for entry in sorted(_open([written], lists)):
                first, *rest = entry.split()
                others = tuple(frozenset(word.split("|")) for word in rest)
                for head in first.split("|"):
                    yield head, Trigger(kind, others, made)
    for phrase in rule.phrase or []:
        first, *rest = phrase.replace("-", " - ").split()
        parts = tuple(
            frozenset() if part == GAP else _open(part.split("|"), lists) for part in rest
        )
        for head in sorted(_open(first.split("|"), lists)):
            yield head, Trigger("phrase", parts, made, parts[0] if parts else frozenset())
