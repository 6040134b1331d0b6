"""Tables for spreadsheet programs: Excel workbooks and CSV, in which no text is ever a formula."""
