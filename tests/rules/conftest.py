"""The known law that rules on legal footing are tried with: invented documents."""

from pathlib import Path

import pytest

from minhphap.registry import Registry, build

KNOWN = Path(__file__).parent / "known"


@pytest.fixture(scope="session")
def law(tmp_path_factory):
    path = tmp_path_factory.mktemp("law") / "law.sqlite"
    build([KNOWN], path, workers=1)
    with Registry.open(path) as registry:
        yield registry
