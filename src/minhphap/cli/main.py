"""The command line: thin over the engine."""


def main() -> None:
    """Entry point."""
