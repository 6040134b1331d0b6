"""Articles for WeChat official accounts: to be opened, copied and pasted into the editor."""
