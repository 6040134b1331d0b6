"""The text of a document: pandoc's tree into our Markdown, with headings, captions, sections."""
