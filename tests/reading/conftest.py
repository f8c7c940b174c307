import pytest

from onrecord import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()
