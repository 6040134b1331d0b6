"""What each kind of document says, as frozen records: the writers only give it a form."""
