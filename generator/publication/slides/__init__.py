"""A case as slides for trainers, by python-pptx."""
