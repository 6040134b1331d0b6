"""Other forms out: Word, PDF, EPUB, slides, Excel, articles for WeChat, open data."""
