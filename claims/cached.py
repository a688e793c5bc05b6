"""Where claims keeps what it may forget: results and answers of earlier runs."""

import os


def cache_folder() -> str:
    """Return the folder: what ``CLAIMS_CACHE`` names, else the user's; "" where it says "off"."""
    named = os.environ.get("CLAIMS_CACHE", "")
    if named:
        return "" if named == "off" else named
    from platformdirs import user_cache_dir

    return user_cache_dir("stance-ledger", appauthor=False)
