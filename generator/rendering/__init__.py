"""Markdown to safe HTML, and the facts about a body that the rules ask for."""
