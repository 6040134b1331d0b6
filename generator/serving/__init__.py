"""The live preview: pages are made when a browser asks for them, nothing is written.

A change is read into a whole new snapshot beside the one that is shown, which takes its place at
once; when the reading fails, the last good pages stay and every open page shows what is wrong.
"""
