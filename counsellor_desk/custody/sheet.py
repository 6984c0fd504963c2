"""The recovery sheet: the key in short groups that a person can write down and type back.

The 256 bits, most significant first, are written as 52 digits of base 32 (the last four bits are zero) in 13 groups
of four digits and one check digit. A group led by its number is a code word over the field of 32 elements: read as a
polynomial, it is zero at the field's generator. All weights differ and none is zero, so one wrong character, any two
characters exchanged, and a group in the wrong place are found every time, and the wrong group is named. Any other
mistake within one group passes once in 32 times, and is then found by the fingerprint.

Source: D. Crockford, "Base 32" (the alphabet, and which letters are read as digits); J. Verhoeff, "Error Detecting
Decimal Codes" (1969), on the mistakes people make: mostly one wrong character, then two neighbours exchanged.
"""

from __future__ import annotations

from collections.abc import Sequence

from counsellor_desk.custody.errors import SheetGroupWrong, SheetIncomplete

KEY_BYTES = 32
GROUPS = 13
GROUP_LENGTH = 5

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {sign: value for value, sign in enumerate(_ALPHABET)}
_LOOK_ALIKE = str.maketrans("OIL", "011")
_BETWEEN = frozenset("-‐‑‒–—−_.")
_DATA = GROUP_LENGTH - 1
_SPARE_BITS = GROUPS * _DATA * 5 - KEY_BYTES * 8
_SPARE_MASK = (1 << _SPARE_BITS) - 1


def encode(key: bytes) -> tuple[str, ...]:
    """The groups of the sheet for a key of 32 bytes, in order."""
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    digits = _base32(int.from_bytes(key) << _SPARE_BITS, GROUPS * _DATA)
    return tuple(_group(number, digits[(number - 1) * _DATA : number * _DATA]) for number in range(1, GROUPS + 1))


def check_group(position: int, text: str) -> bool:
    """Whether ``text`` can be group number ``position`` (the first is 1) of a sheet, however it is typed."""
    digits = _digits(text)
    if digits is None or not 1 <= position <= GROUPS or _remainder((position, *digits)) != 0:
        return False
    return position < GROUPS or digits[_DATA - 1] & _SPARE_MASK == 0


def normalised(text: str) -> str:
    """What was typed, as the sheet writes it: capitals, no spaces or dashes, O as 0, I and L as 1."""
    signs = (sign for sign in text.upper() if not sign.isspace() and sign not in _BETWEEN)
    return "".join(signs).translate(_LOOK_ALIKE)


def decode(groups: Sequence[str]) -> bytes:
    """The key that the typed groups spell, however they are typed.

    Raises: SheetIncomplete, SheetGroupWrong for the first wrong group.
    """
    if len(groups) != GROUPS or not all(normalised(group) for group in groups):
        raise SheetIncomplete(needed=GROUPS)
    number = 0
    for position, group in enumerate(groups, start=1):
        digits = _digits(group)
        if digits is None or not check_group(position, group):
            raise SheetGroupWrong(group=position)
        for digit in digits[:_DATA]:
            number = number << 5 | digit
    return (number >> _SPARE_BITS).to_bytes(KEY_BYTES)


def fingerprint(key: bytes) -> str:
    """Eight signs that tell keys apart, and say nothing of use about them.

    Forty bits derived one way from 256 random ones: guessing keys until one fits is as hard as guessing the key.
    Source: RFC 5869 (HKDF), with a label of its own so that no other use of the key gives the same bits.
    """
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    mark = HKDF(algorithm=SHA256(), length=5, salt=None, info=b"counsellor-desk key fingerprint 1").derive(key)
    return "".join(_ALPHABET[digit] for digit in _base32(int.from_bytes(mark), 8))


def _base32(number: int, length: int) -> tuple[int, ...]:
    return tuple(number >> 5 * place & 31 for place in reversed(range(length)))


def _group(position: int, data: tuple[int, ...]) -> str:
    check = _times_generator(_remainder((position, *data)))
    return "".join(_ALPHABET[digit] for digit in (*data, check))


def _digits(text: str) -> tuple[int, ...] | None:
    signs = normalised(text)
    if len(signs) != GROUP_LENGTH or not all(sign in _VALUES for sign in signs):
        return None
    return tuple(_VALUES[sign] for sign in signs)


def _remainder(word: Sequence[int]) -> int:
    """The value of the polynomial ``word``, highest power first, at the generator (Horner's rule)."""
    value = 0
    for coefficient in word:
        value = _times_generator(value) ^ coefficient
    return value


def _times_generator(element: int) -> int:
    """One step in the field of 32 elements built on the primitive polynomial x^5 + x^2 + 1."""
    doubled = element << 1
    return doubled ^ 0b100101 if doubled & 32 else doubled
