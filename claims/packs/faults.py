"""Tell what pydantic found wrong in the words of somebody who writes rules."""

from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from claims.errors import Problem
from claims.located import Located, Step
from claims.packs.written import (
    Extension,
    WrittenMatch,
    WrittenPack,
    WrittenReject,
    WrittenRule,
)

_MODELS: dict[str, type[BaseModel]] = {
    "rules": WrittenRule,
    "extend": Extension,
    "matches": WrittenMatch,
    "rejects": WrittenReject,
}


def nearest(word: str, known: list[str]) -> str:
    """Return a fix that names the nearest known word, or all of them."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    return "use one of: " + ", ".join(sorted(known))


def faults_of(error: ValidationError, located: Located) -> list[Problem]:
    """Return each fault of a file with its place, the same place only once."""
    found: dict[tuple[int, int], Problem] = {}
    for detail in error.errors():
        steps = _steps(detail, located)
        line, column = located.place(steps)
        what, fix = _words(detail, steps)
        problem = Problem(located.path, line, column, what, fix)
        found.setdefault((line, column), problem)
    return list(found.values())


def _steps(detail: ErrorDetails, located: Located) -> tuple[Step, ...]:
    """Return the path in the file; pydantic adds the names of union members, which we drop."""
    steps: tuple[Step, ...] = ()
    for step in detail["loc"]:
        if located.stands((*steps, step)):
            steps = (*steps, step)
    return steps


def _words(detail: ErrorDetails, steps: tuple[Step, ...]) -> tuple[str, str]:
    name = str(detail["loc"][-1]) if detail["loc"] else "the file"
    match detail["type"]:
        case "extra_forbidden":
            return f"unknown key '{name}'", nearest(name, _keys(steps))
        case "missing":
            return f"'{name}' is missing", f"add '{name}:'"
        case "literal_error":
            expected = detail["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
            return f"'{detail['input']}' is not known here", nearest(str(detail["input"]), expected)
        case "string_pattern_mismatch" if name == "since":
            return f"'{detail['input']}' is no version", "write one such as 0.2.0"
        case "string_pattern_mismatch":
            return (
                f"'{detail['input']}' is no rule id",
                "write pack.name in small letters, such as accusation.accuse",
            )
        case "too_short" | "string_too_short":
            return f"'{_last_name(steps)}' is empty", "write at least one"
        case "int_type":
            return f"'{detail['input']}' is no whole number", "write a number such as 10"
        case "bool_type":
            return f"'{detail['input']}' is neither true nor false", "write true or false"
        case "list_type":
            return f"'{_last_name(steps)}' should be a list", "write [one, two], or lines with '-'"
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"'{_last_name(steps)}' should hold keys", "write key: value"
        case _:
            return f"'{_last_name(steps)}': {detail['msg'].lower()}", "see rules/README.md"


def _last_name(steps: tuple[Step, ...]) -> str:
    names = [str(step) for step in steps if isinstance(step, str)]
    return names[-1] if names else "the file"


def _keys(steps: tuple[Step, ...]) -> list[str]:
    """Return the keys that are allowed where an unknown one stands."""
    parents = [step for step in steps[:-1] if isinstance(step, str)]
    model = _MODELS.get(parents[-1], WrittenPack) if parents else WrittenPack
    return list(model.model_fields)
