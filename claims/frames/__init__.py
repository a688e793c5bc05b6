"""Claims of corpora that lie in data frames and Parquet, on one machine or many.

``extract_frame`` is the one function that a data-frame engine needs; Dask is driven by
``claims track --engine dask``, Spark calls ``extract_frames`` in ``mapInPandas``.
"""

from claims.frames.extracting import SPARK_SCHEMA, extract_frame, extract_frames

__all__ = ["SPARK_SCHEMA", "extract_frame", "extract_frames"]
