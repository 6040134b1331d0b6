"""The console command `biaogan`: one module a verb."""
