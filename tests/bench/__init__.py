"""Benchmarks: run by hand or by ``make bench``, never timed in the tests.

What they time runs as in the program: one BLAS thread a process, for a second one that waits counts
as work done, and its patience with garbage.
"""

import gc
import os

from claims.cli import PATIENCE

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
gc.set_threshold(PATIENCE)
