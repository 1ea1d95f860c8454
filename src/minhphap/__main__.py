"""``python -m minhphap`` is the command line."""

from minhphap.cli.main import main

main()
