"""Every option of a reading, in one typed object. The command line and Python both fill this one."""

from dataclasses import dataclass

from onrecord.errors import SettingsError

MEGABYTE = 1_000_000
_AT_LEAST_ONE = ("batch", "max_bytes", "max_text", "timeout")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings(fast=True) -> the defaults, with the smaller model. Raises SettingsError on a value that cannot be.

    fast: read with the smaller model: quicker, less exact.
    nested: also read what is attributed inside an attribution's content.
    workers: processes; 0 is one a core. batch: windows that go through the encoder at once.
    column: the column of CSV and JSONL inputs that holds the text.
    max_bytes: the largest input, in bytes. max_text: the longest document read, in code points.
    timeout: seconds to wait for a URL. allow_private: also fetch from this machine's own network.
    """

    fast: bool = False
    nested: bool = True
    workers: int = 1
    batch: int = 4
    column: str = "text"
    max_bytes: int = 64 * MEGABYTE
    max_text: int = 400_000
    timeout: float = 15.0
    allow_private: bool = False

    def __post_init__(self) -> None:
        if self.workers < 0:
            raise SettingsError(f"workers must be 0 or more, not {self.workers}")
        for name in _AT_LEAST_ONE:
            if (value := getattr(self, name)) < 1:
                raise SettingsError(f"{name} must be 1 or more, not {value}")
        if not self.column:
            raise SettingsError("column must name a column, not be empty")
