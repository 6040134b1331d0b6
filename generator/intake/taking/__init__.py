"""From files to drafts: which file is what, a child process for each, the draft, the report."""
