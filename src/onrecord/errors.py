"""What can go wrong, as one tree.

OnrecordError
├── InputError            something is wrong with one input; the others go on
│   ├── NotFoundError     no such file or folder, or nothing in it to read
│   ├── FetchError        a URL did not give a document: refused, timed out, too large, a private address
│   ├── FormatError       bytes that are no text, a broken PDF, a line that is no JSON
│   ├── NoTextError       a document without any text of an article
│   ├── TooLargeError     more bytes, text or nesting than the settings allow
│   └── IndexFileError    an index that is missing, cut short, altered, in use, or of another version
├── SettingsError         a setting that cannot be
└── ModelError            the weights are missing or not those the program was made for
"""


class OnrecordError(Exception):
    """Anything onrecord raises on purpose. str() is one line for a person: what, why, what to do."""


class InputError(OnrecordError):
    """InputError('a.html', 'has no text', 'give a page with an article') -> 'a.html: has no text; give a page with an article'.

    origin is the path or URL as asked for, cause says what is wrong with it, remedy what to do about it.
    """

    def __init__(self, origin: str, cause: str, remedy: str) -> None:
        self.origin, self.cause, self.remedy = origin, cause, remedy
        super().__init__(" ".join(f"{origin}: {cause}; {remedy}".split()))

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str, str]]:
        return type(self), (self.origin, self.cause, self.remedy)  # errors travel between processes


class NotFoundError(InputError):
    """No such file or folder, or nothing in it to read."""


class FetchError(InputError):
    """A URL that did not give a document."""


class FormatError(InputError):
    """Bytes that are not what their name or first bytes promise."""


class NoTextError(InputError):
    """A document without any text of an article."""


class TooLargeError(InputError):
    """More than the settings allow."""


class SettingsError(OnrecordError):
    """A setting that cannot be."""


class ModelError(OnrecordError):
    """The weights are missing or not those the program was made for."""


class IndexFileError(InputError):
    """An index file that is missing, cut short, altered, in use by another writer, or of another version."""
