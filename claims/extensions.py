"""Which modules run as compiled extensions, and whether those are made of what they stand beside.

A checkout may hold both (``make fast``), and Python takes the extension: one made of an older text
would hide what somebody has changed since.
"""

from pathlib import Path

from claims.errors import ClaimsError

_HERE = Path(__file__).parent


def compiled(folder: Path = _HERE) -> dict[Path, Path]:
    """Return the extensions below a folder, each with the module it was made of."""
    found = [file for ending in ("*.so", "*.pyd") for file in folder.rglob(ending)]
    made_of = {file: file.parent / f"{file.name.partition('.')[0]}.py" for file in found}
    return {file: module for file, module in made_of.items() if module.exists()}


def check(folder: Path = _HERE) -> None:
    """Refuse extensions that are older than their modules.

    Raises:
        ClaimsError: Some are, so that a change has no effect.
    """
    if (folder / "_shipped").is_dir():
        return  # of a wheel, whose files are all as old as its installation
    old = [module for file, module in compiled(folder).items() if _age(file) < _age(module)]
    if old:
        what = f"{min(old)}: changed after it was compiled; one of {len(old)}"
        raise ClaimsError(f"{what}\n  fix: make fast, or make plain")


def _age(file: Path) -> int:
    return file.stat().st_mtime_ns
