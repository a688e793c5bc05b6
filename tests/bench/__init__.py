"""Benchmarks: run by hand or by ``make bench``, never timed in the tests.

One BLAS thread a process, as the program has it: a second one that waits counts as work done.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
