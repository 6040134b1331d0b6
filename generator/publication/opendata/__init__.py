"""The library as data: JSON, CSV, Excel, SQLite and a description of the data set."""
