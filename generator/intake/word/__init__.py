"""Word files: parts of the package, prepared so that pandoc loses nothing, and pandoc itself."""
