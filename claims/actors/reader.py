"""Read a document's noun phrases and pronouns from first to last, and say whom each denotes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from claims.actors.finding import Found
from claims.actors.gathering import Being, Company
from claims.actors.history import History, Mentioned, weight_of, words_of
from claims.actors.lexicon import Form, Lexicon, key
from claims.actors.names import fold
from claims.actors.nominals import denoted_by_role
from claims.actors.people import by_family, home, person_actor
from claims.actors.phrases import Phrase, Scope, read_phrase
from claims.actors.spelling import likely_country
from claims.actors.voices import Voices
from claims.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_PROPER = frozenset({"NNP", "NNPS"})
_NOUN = _PROPER | {"NN", "NNS"}
_HE = {"he": "m", "him": "m", "his": "m", "himself": "m"}
_SHE = {"she": "f", "her": "f", "hers": "f", "herself": "f"}
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_MODIFIER = frozenset({"compound", "nmod", "amod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What one token denotes.

    Attributes:
        inside: The token is part of a longer mention, and no mention of its own.
        both: It stands for the speaker's state and the other party ("our two countries").
    """

    actors: tuple[Actor, ...]
    inside: bool = False
    both: bool = False


@dataclass(slots=True)
class Reader:
    """The reading of one document, from first word to last; built and dropped by ``cast``."""

    lexicon: Lexicon
    on: date | None
    company: Company
    by_word: Mapping[str, tuple[Being, ...]]
    voices: Voices
    near: frozenset[str]  # the states that the document names
    main: str | None  # the one it is about
    readings: dict[tuple[int, int], Reading] = field(default_factory=dict)
    homes: dict[Actor, str] = field(default_factory=dict)
    open: dict[tuple[int, int], str] = field(default_factory=dict)
    history: History = field(default_factory=History)
    sentence: int = 0
    focus: str | None = None
    named: set[str] = field(default_factory=set)  # states the sentence names
    named_in_order: list[str] = field(default_factory=list)
    settled: dict[str, Actor] = field(default_factory=dict)  # people whose state the text implied

    def read(self, scope: Scope) -> None:
        """Read one passage."""
        for sentence in scope.passage.doc.sents:
            self.sentence += 1
            self._look_ahead(scope, sentence.start, sentence.end)
            for token in sentence:
                self._token(scope, token)

    def actors_at(self, scope: Scope, token: "Token") -> tuple[Actor, ...]:
        """Return whom an earlier token of the passage denotes."""
        reading = self.readings.get((scope.passage.start, token.i))
        return reading.actors if reading else ()

    def person_at(self, scope: Scope, token: "Token") -> tuple[Actor, ...]:
        """Return the person that a name stands for, read or not yet read."""
        if token.i in scope.names and not any(f.people for f in scope.names[token.i]):
            return ()
        being = self.company.at(scope.passage.start + token.idx)
        if being is None:
            known = self.by_word.get(key(token.text), ())
            being = known[0] if known else None
        if being is not None:
            if being.home:
                self.homes[being.actor] = being.home
            return (being.actor,)
        found = by_family(token.text, self.on, self.lexicon, near=self.near)
        if len(found) != 1:
            return ()
        return (person_actor(found[0].person, self.on, found[0].why, roles=self.lexicon.roles),)

    def now(self, scope: Scope, token: "Token") -> Mentioned:
        """Return the place of a token as a mention without actors."""
        verb = next((above for above in token.ancestors if above.tag_.startswith("VB")), token)
        return Mentioned(
            actors=(),
            sentence=self.sentence,
            clause=(scope.passage.start, verb.i),
            weight=weight_of(token),
            quote=self.voices.at(scope.passage.start + token.idx),
        )

    def note(self, scope: Scope, token: "Token", told: Mentioned) -> None:
        """Keep whom a token denotes, for the pronouns to come.

        Somebody of no known state is at home in the only one that the sentence names.
        """
        if len(self.named) == 1:
            for actor in told.actors:
                if actor.country is None and actor.kind != "press":
                    self.homes.setdefault(actor, next(iter(self.named)))
        self.readings[scope.passage.start, token.i] = Reading(told.actors)
        self.history.add(told)

    def denote(self, scope: Scope, token: "Token", actors: tuple[Actor, ...]) -> None:
        """Keep whom a token denotes, where the same was noted beside it."""
        self.readings[scope.passage.start, token.i] = Reading(actors)

    def _token(self, scope: Scope, token: "Token") -> None:
        word = token.lower_
        if word in _HE or word in _SHE or word in _IT or word in _THEY:
            self._pronoun(scope, token)
            return
        found = [f for f in scope.names.get(token.i, ()) if f.last == token.i]
        if found:
            self._listed(scope, token, found)
        elif (token.tag_ in _NOUN or _is_both(token)) and not _inside_name(token):
            self._phrase(scope, token)

    def _pronoun(self, scope: Scope, token: "Token") -> None:
        word, now = token.lower_, self.now(scope, token)
        gender = _HE.get(word) or _SHE.get(word)
        if gender:
            speakers = self._speakers(scope, token)
            taken = self.history.he(gender, now, speakers)
        else:
            taken = self.history.it(now) if word in _IT else self.history.they(now)
        if taken is None:
            return
        actors = tuple(replace(a, via=f"pronoun of {a.name}") for a in taken.actors)
        gender = gender or taken.gender
        for before, after in zip(taken.actors, actors, strict=True):
            if before in self.homes:
                self.homes[after] = self.homes[before]
        self.note(
            scope,
            token,
            replace(
                taken,
                actors=actors,
                sentence=self.sentence,
                clause=now.clause,
                weight=now.weight,
                quote=now.quote,
                gender=gender,
            ),
        )

    def _speakers(self, scope: Scope, token: "Token") -> tuple[Actor, ...]:
        """Return who speaks the words a token stands in, where names alone tell."""
        statement = self.voices.statement(scope.passage.start + token.idx)
        if statement is None:
            return ()
        if statement.source is not None and statement.source in self.voices.labels:
            return (self.voices.labels[statement.source],)
        head = statement.source_head
        being = self.company.at(head.start) if head else None
        if being is None and head is not None:
            text = key(head.of(self.voices.parsed.document.text))
            named = self.by_word.get(text, ())
            being = named[0] if named else None
        return (being.actor,) if being else ()

    def _listed(self, scope: Scope, token: "Token", found: list[Found]) -> None:
        """Read a name of the lexicon."""
        told = self.now(scope, token)
        if found[0].form is Form.NOBODY:
            return
        people = [each for each in found if each.people]
        namesake = self.by_word.get(key(token.text), ())
        if found[0].first == token.i and namesake and namesake[0].family == key(token.text):
            self._being(scope, token, namesake[0], f"name of {namesake[0].actor.name}")
            return
        if people:
            being = self.company.at(scope.passage.start + token.idx)
            if being is not None:
                self._being(scope, token, being)
                self._cover(scope, found, being.actor)
            return
        actors = tuple(a for each in found if (a := self._collective(scope, token, each)))
        if _at_home_elsewhere(scope, found[0]):
            actors = (self._minority(scope, token, found[0]),)
        if not actors:
            if len(found[0].countries) > 1:
                names = " or ".join(c.name for c in found[0].countries)
                self.open[scope.passage.start, token.i] = f"{found[0].form}: {names}"
            return
        body = found[0].institution is not None
        adjective = found[0].form is Form.ADJECTIVE and token.dep_ in _MODIFIER
        told = replace(
            told,
            actors=actors,
            sort="body" if body else "country",
            weight=told.weight / 2 if adjective else told.weight,
            words=words_of(*(a.name for a in actors), *(a.role for a in actors)),
            plural=token.tag_ in {"NNS", "NNPS"} and found[0].form is Form.ADJECTIVE,
        )
        self.note(scope, token, told)
        self._cover(scope, found, *actors)

    def _minority(self, scope: Scope, token: "Token", found: Found) -> Actor:
        """Return "ethnic Albanians", "the Albanians of Serbia": a people, at home elsewhere."""
        own = found.country.code if found.country else ""
        there = [c for c in read_phrase(scope, token).countries if c != own]
        others = there or [code for code in self.named_in_order if code != own]
        actor = Actor(name=f"ethnic {token.text}", kind="group", via="people of another state")
        self.homes[actor] = others[0] if others else own
        return actor

    def _collective(self, scope: Scope, token: "Token", found: Found) -> Actor | None:
        """Return the state or institution that a name means."""
        country, institution = found.country, found.institution
        if country is not None:
            return Actor(
                name=country.name, country=country.code, kind=country.kind, via=str(found.form)
            )
        if institution is None:
            return None
        told = read_phrase(scope, token).countries
        code = institution.country
        if code and told and token.head.i != token.i and told[0] != code:
            code = told[0]  # "the Peruvian Congress"
        elif institution.common and self.main is not None:
            code = self.main
        kind = "institution" if institution.country else "organisation"
        name = institution.name if code == institution.country else token.text
        actor = Actor(name=name, country=code, kind=kind, via="alias")
        if institution.home:
            self.homes[actor] = institution.home
        return actor

    def _cover(self, scope: Scope, found: list[Found], *actors: Actor) -> None:
        """Let the earlier words of a name denote the same, as no mentions of their own."""
        for each in found:
            for i in range(each.first, each.last):
                self.readings[scope.passage.start, i] = Reading(actors, inside=True)

    def _being(self, scope: Scope, token: "Token", being: Being, via: str = "") -> None:
        """Note a person, with the state the text implies where it names none."""
        actor = self.settled.get(being.actor.name, being.actor)
        if being.adrift and being.actor.name not in self.settled and self.focus:
            actor = replace(actor, country=self.focus, via=f"{actor.via}, state of the sentence")
            self.settled[being.actor.name] = actor
        if via:
            actor = replace(actor, via=via)
        if being.home:
            self.homes[actor] = being.home
        told = replace(
            self.now(scope, token),
            actors=(actor,),
            gender=being.gender,
            sort="person",
            words=words_of(actor.role),
        )
        self.note(scope, token, told)

    def _phrase(self, scope: Scope, token: "Token") -> None:
        phrase = read_phrase(scope, token)
        being = self.company.at(scope.passage.start + token.idx)
        if being is not None:
            self._being(scope, token, being)
        elif phrase.name:
            self._surname(scope, token, phrase)
        elif token.text[0].isupper() and key(token.text) in self.by_word:
            self._surname(scope, token, replace(phrase, name=token.text))  # tagged as a noun
        elif token.dep_ not in _MODIFIER:
            denoted_by_role(self, scope, token, phrase)

    def _surname(self, scope: Scope, token: "Token", phrase: Phrase) -> None:
        """Read a name of one word: somebody introduced, else somebody in office, else unknown."""
        place = (scope.passage.start, token.i)
        known = [
            being
            for being in self.by_word.get(key(phrase.name), ())
            if not (phrase.gender and being.gender and being.gender != phrase.gender)
        ]
        if known:
            self._being(scope, token, self._latest(known), f"name of {known[0].actor.name}")
            return
        if _has_given_name(scope, token):
            self._unknown(scope, token, phrase)
            return
        candidates = by_family(
            phrase.name, self.on, self.lexicon,
            gender=phrase.gender, role=phrase.role, countries=phrase.countries,
            near=self.near,
        )  # fmt: skip
        if len(candidates) > 1:
            self.open[place] = " or ".join(c.person.name for c in candidates)
        if len(candidates) != 1:
            self._unknown(scope, token, phrase)
            return
        person = candidates[0].person
        actor = person_actor(
            person, self.on, candidates[0].why, roles=self.lexicon.roles,
            role=phrase.role, countries=phrase.countries, former=phrase.former,
        )  # fmt: skip
        being = Being(
            actor=actor, words=(), family="", gender=person.gender or phrase.gender,
            home=home(person),
        )  # fmt: skip
        self._being(scope, token, being)

    def _latest(self, known: list[Being]) -> Being:
        """Return of several people of one name the one most spoken of; a listed one goes before."""
        scores = {b.actor.name: float(bool(b.actor.role and b.actor.country)) for b in known}
        for mention in self.history.mentions:
            for actor in mention.actors:
                if actor.name in scores:
                    scores[actor.name] += 1.0 / (1 + self.sentence - mention.sentence)
        return max(known, key=lambda being: scores[being.actor.name])

    def _unknown(self, scope: Scope, token: "Token", phrase: Phrase) -> None:
        """Read a capitalised word that nothing explains: a misspelt state, or its own words."""
        now = self.now(scope, token)
        country = likely_country(phrase.name, self.lexicon)
        if country is not None:
            actor = Actor(name=country.name, country=country.code, kind="country", via="fuzzy")
            self.note(scope, token, replace(now, actors=(actor,), sort="country"))
            return
        if phrase.title or phrase.role:
            denoted_by_role(self, scope, token, phrase)

    def _look_ahead(self, scope: Scope, start: int, end: int) -> None:
        """Take the state a sentence is about: that of its subject, else the first it names."""
        first = subject = None
        self.named, self.named_in_order = set(), []
        for i in range(start, end):
            for found in scope.names.get(i, ()):
                code = _state(found)
                if code is None or found.last != i:
                    continue
                self.named.add(code)
                self.named_in_order.append(code)
                first = first or code
                token = scope.passage.doc[i]
                if token.dep_ in _MODIFIER or token.dep_ == "poss":
                    token = token.head
                if subject is None and token.dep_ in {"nsubj", "nsubjpass"}:
                    subject = code
        self.focus = subject or (first if self.main is None else None) or self.main or self.focus


def _state(found: Found) -> str | None:
    """Return the state that a name belongs to."""
    if found.country is not None:
        return found.country.code if found.country.kind == "country" else None
    institution = found.institution
    return (institution.country or institution.home) if institution else None


def _at_home_elsewhere(scope: Scope, found: Found) -> bool:
    """Return whether a people's name stands for a minority of another state."""
    token = scope.passage.doc[found.last]
    if found.form is not Form.ADJECTIVE or token.dep_ in _MODIFIER:
        return False
    if found.first > 0 and scope.passage.doc[found.first - 1].lower_ == "ethnic":
        return True
    return token.tag_ in {"NNS", "NNPS"} and any(
        child.dep_ == "prep" and child.lower_ in {"of", "in"} for child in token.rights
    )


def _is_both(token: "Token") -> bool:
    """Return whether "both" stands alone for two: "both said"."""
    return token.lower_ == "both" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}


def _inside_name(token: "Token") -> bool:
    """Return whether a noun is a part of the phrase of a later one, and no head of its own."""
    if token.dep_ not in _MODIFIER or token.head.i < token.i:
        return False
    following = token.nbor(1)
    if token.tag_ not in _PROPER:
        return True
    # "Trump officials": a name of its own before a common noun; "Wu claimed": a verb misread
    return following.tag_ in _PROPER or not (
        token.head == following or following.tag_.startswith(("VB", "MD"))
    )


def _has_given_name(scope: Scope, token: "Token") -> bool:
    """Return whether the word before belongs to the name: "Man-kei Tam"."""
    if token.i == 0:
        return False
    before = token.nbor(-1)
    roles = scope.lexicon.roles
    word = fold(before.text)
    if token.i > 1 and token.nbor(-2).text in {"-", "‑"}:
        return word not in roles.former
    if before.tag_ not in _PROPER or before.i in scope.names or word in roles.titles:
        return False
    return word not in roles.state and before.dep_ in _MODIFIER
