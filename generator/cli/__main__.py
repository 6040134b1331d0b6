"""Let `python -m generator.cli` be the console command."""

from generator.cli.main import main

if __name__ == "__main__":
    main()
