"""What a person may write in a rule file, and the JSON Schema that editors complete from."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _several(value: object) -> object:
    """Let a single word stand where a list is meant."""
    return [value] if isinstance(value, str | dict) else value


def _number(value: object) -> object:
    """Read a number that YAML gave as text; leave the rest to be refused."""
    if isinstance(value, str) and value.lstrip("-").isdigit():
        return int(value)
    return value


def _truth(value: object) -> object:
    """Read "true" and "yes" that YAML gave as text."""
    if isinstance(value, str):
        return {"true": True, "yes": True, "false": False, "no": False}.get(value.lower(), value)
    return value


Text = Annotated[str, Field(min_length=1)]
Words = Annotated[list[Text], BeforeValidator(_several), Field(min_length=1)]
Number = Annotated[int, BeforeValidator(_number)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Slots = dict[Text, Words]
Context = Literal[
    "negated", "asked", "conditional", "hypothetical", "hedged", "historic", "future", "demanded",
    "hoped", "alleged", "participle", "background", "stopped", "imposed", "able",
]  # fmt: skip
Layer = Literal["reporting", "content", "either"]
Told = Literal["indirect", "narrated"]
Contexts = Annotated[list[Context | Slots], BeforeValidator(_several)]
Version = Annotated[str, Field(pattern=r"^\d+\.\d+(\.\d+)?$")]
RuleId = Annotated[str, Field(pattern=r"^[a-z][a-z-]*\.[a-z0-9][a-z0-9-]*$")]


class Written(BaseModel):
    """A piece of a rule file; a key that is not listed is refused."""

    model_config = ConfigDict(extra="forbid", strict=True)


class WrittenMatch(Written):
    """A text in which the rule must fire, and what it must find there, as written."""

    text: Text
    speaker: Text | None = None
    target: Text | None = None
    said_by: Text | None = None


class WrittenReject(Written):
    """A text in which the rule must not decide a claim, and why, as written."""

    text: Text
    because: Text
    said_by: Text | None = None


class WrittenRule(Written):
    """One rule, as written."""

    id: RuleId
    why: Text
    verb: Words | None = None
    noun: Words | None = None
    adjective: Words | None = None
    phrase: Words | None = None
    layer: Layer | None = None
    speaker: Words | None = None
    target: Words | None = None
    requires: Slots = {}
    unless: Contexts | None = None
    sub_stance: Text | None = None
    cameo: Text | None = None
    priority: Number = 0
    told: Told | None = None
    uncertain: Truth = False
    reciprocal: Truth = False
    since: Version | None = None
    matches: Annotated[list[WrittenMatch], Field(min_length=1)]
    rejects: Annotated[list[WrittenReject], Field(min_length=1)]


class Extension(Written):
    """More triggers, or other numbers, for a rule that stands in another file."""

    id: RuleId
    verb: Words | None = None
    noun: Words | None = None
    adjective: Words | None = None
    phrase: Words | None = None
    priority: Number | None = None
    matches: list[WrittenMatch] = []
    rejects: list[WrittenReject] = []


class WrittenPack(Written):
    """One rule file: rules of one stance, word lists, or changes to other files' rules."""

    pack: Text
    stance: Text | None = None
    layer: Layer = "either"
    speaker: Words = ["subject"]
    target: Words = ["object", "content"]
    unless: Contexts = []
    told: Told = "indirect"
    sub_stance: Text = ""
    words: dict[Text, Words] = {}
    rules: list[WrittenRule] = []
    extend: list[Extension] = []
    disable: Annotated[list[RuleId], BeforeValidator(_several)] = []


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a rule file."""
    found = WrittenPack.model_json_schema()
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["title"] = "Stance Ledger rule pack"
    lenient: dict[str, Any] = _lenient(found)
    return lenient


def _lenient(node: Any) -> Any:
    """Allow one value where a list is meant, as the reader does."""
    if isinstance(node, list):
        return [_lenient(child) for child in node]
    if not isinstance(node, dict):
        return node
    node = {key: _lenient(child) for key, child in node.items()}
    if node.get("type") == "array" and "Match" not in str(node) and "Reject" not in str(node):
        return {"anyOf": [node, node["items"]]} if "$ref" not in node["items"] else node
    return node
