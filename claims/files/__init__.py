"""Claims as files: CSV, XLSX, JSON, JSON lines, Parquet and Markdown, each written whole."""
