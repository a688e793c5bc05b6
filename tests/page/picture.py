"""Take the picture of a page that the README shows: ``python -m tests.page.picture``."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

ROOT = Path(__file__).parent.parent.parent
PICTURE = Path(__file__).with_name("example.png")
SIZE: ViewportSize = {"width": 1120, "height": 1210}  # pixels: down to the end of the table


def main() -> None:
    """Make the page of the seed articles, look at it in Chromium, keep what is seen."""
    program = "import sys; from claims.cli import main; sys.argv[0] = 'claims'; main()"
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        arguments = ["report", "seeds", "--format", "html", "--output", str(page)]
        subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, check=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            seen = browser.new_page(viewport=SIZE, color_scheme="light")
            seen.goto(page.as_uri())
            seen.screenshot(path=PICTURE)
            browser.close()


if __name__ == "__main__":
    main()
