"""The seal opens for its passphrase and its vault, and tells a wrong passphrase from damage."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.custody import seal
from counsellor_desk.custody.errors import (
    KeyForAnotherVault,
    PassphraseNeeded,
    PassphraseTooShort,
    SealDamaged,
    SealTooNew,
    WrongPassphrase,
)
from counsellor_desk.custody.seal import (
    LEAST_COST,
    Cost,
    calibrate,
    check_passphrase,
    is_sealed,
    leave_open,
    refuse_foreign,
    unseal,
)

KEY = bytes(range(32))
VAULT_ID = "0123456789abcdef" * 2
PASSPHRASE = "stille wateren"
QUICK = Cost(log_n=4, passes=1)


def sealed(passphrase: str = PASSPHRASE, cost: Cost = QUICK, key: bytes = KEY) -> str:
    return seal.seal(key, passphrase, vault_id=VAULT_ID, salt=bytes(16), nonce=bytes(12), cost=cost)


def with_fields(text: str, **changes: object) -> str:
    """The text as another program would write it: other fields, and a check that fits them."""
    fields = {name: value for name, value in {**json.loads(text), **changes}.items() if value is not None}
    del fields["check"]
    body = json.dumps(fields, separators=(",", ":"), sort_keys=True)
    check = hashlib.sha256(body.encode()).hexdigest()[:8]
    return json.dumps({**fields, "check": check}, separators=(",", ":"), sort_keys=True)


@given(st.binary(min_size=32, max_size=32), st.text(min_size=1))
def test_the_passphrase_gives_the_key_back(key: bytes, passphrase: str) -> None:
    assert unseal(sealed(passphrase, key=key), passphrase, vault_id=VAULT_ID) == key


@pytest.mark.parametrize("guess", ["", "stille watere", "Stille wateren", "stille wateren ", "stille  wateren"])
def test_another_passphrase_is_wrong(guess: str) -> None:
    with pytest.raises(WrongPassphrase):
        unseal(sealed(), guess, vault_id=VAULT_ID)


def test_no_passphrase_is_another_state_than_a_wrong_one() -> None:
    with pytest.raises(PassphraseNeeded):
        unseal(sealed(), None, vault_id=VAULT_ID)


def test_a_seal_of_another_vault_does_not_open() -> None:
    with pytest.raises(WrongPassphrase):
        unseal(sealed(), PASSPHRASE, vault_id="f" * 32)


@pytest.mark.parametrize("text", [sealed(), leave_open(KEY, vault_id=VAULT_ID)], ids=["sealed", "open"])
def test_a_text_says_which_vault_it_is_for(text: str) -> None:
    refuse_foreign(text, vault_id=VAULT_ID)
    refuse_foreign(with_fields(text, **{"for": None}), vault_id="f" * 32)  # of before texts said so
    with pytest.raises(KeyForAnotherVault):
        refuse_foreign(text, vault_id="f" * 32)


@pytest.mark.parametrize(
    ("set_as", "typed_as"),
    [("caf\u00e9 in de nacht", "cafe\u0301 in de nacht"), ("een\u00a0lange zin", "een lange zin")],
    ids=["composed and decomposed", "no-break space"],
)
def test_what_looks_the_same_opens_the_same(set_as: str, typed_as: str) -> None:
    assert unseal(sealed(set_as), typed_as, vault_id=VAULT_ID) == KEY


def test_what_looks_different_stays_different() -> None:
    with pytest.raises(WrongPassphrase):
        unseal(sealed("tien tekens ①"), "tien tekens 1", vault_id=VAULT_ID)


@pytest.mark.parametrize(
    "passphrase", ["\0" * 10, "\ud800 half an emoji", "😀" * 10, "שלום עולם וגם לך", "x" * 100_000]
)
def test_any_text_can_be_a_passphrase(passphrase: str) -> None:
    check_passphrase(passphrase)

    assert unseal(sealed(passphrase), passphrase, vault_id=VAULT_ID) == KEY


@pytest.mark.parametrize("passphrase", ["", "123456789", " " * 20, "  12345678  ", "e\u0301" * 9, "ab cd ef"])
def test_a_passphrase_under_ten_characters_is_too_short(passphrase: str) -> None:
    with pytest.raises(PassphraseTooShort) as caught:
        check_passphrase(passphrase)

    assert caught.value.params == {"least": 10}


@pytest.mark.parametrize("passphrase", ["1234567890", "ik zie de a!", "een om de er"])
def test_ten_characters_or_four_words_are_enough(passphrase: str) -> None:
    check_passphrase(passphrase)


@given(st.data())
@settings(max_examples=300)
def test_a_changed_text_is_damaged_and_never_a_wrong_passphrase(data: st.DataObject) -> None:
    text = sealed()
    place = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.characters(min_codepoint=32, max_codepoint=126).filter(lambda sign: sign != text[place]))

    with pytest.raises(SealDamaged):
        unseal(text[:place] + sign + text[place + 1 :], PASSPHRASE, vault_id=VAULT_ID)


@given(st.integers(0, 250))
def test_a_text_cut_short_is_damaged(length: int) -> None:
    text = sealed()

    with pytest.raises(SealDamaged):
        unseal(text[: length % len(text)], PASSPHRASE, vault_id=VAULT_ID)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "[" * 250,
        "{}",
        "9" * 5000,
        '{"check":1}',
        " " * 300,
        '{"a":"\\ud800"}',
        "\0",
        "x" * 10_000_000,
    ],
    ids=[str(n) for n in range(11)],
)
def test_a_text_that_is_no_seal_is_damaged(text: str) -> None:
    with pytest.raises(SealDamaged):
        is_sealed(text)


def absurd() -> Iterator[dict[str, object]]:
    yield from ({"log_n": value} for value in (0, -1, 19, 60, 10**30, True, 4.0, "4", [], "gone"))
    yield from ({"passes": value} for value in (0, -1, 17, 10**9, "1"))
    yield from ({"salt": value} for value in ("", "AAAA", "!", 7, []))
    yield from ({"nonce": value} for value in ("", "AAAA", "A"))
    yield from ({"box": value} for value in ("", "AAAA", "é"))
    yield from ({"version": value} for value in (0, -1, "1", [], 1.5))
    yield from ({"form": value} for value in ("", "hidden", 1, []))


@pytest.mark.parametrize("changes", tuple(absurd()), ids=repr)
def test_a_seal_with_absurd_numbers_is_refused_at_once(changes: dict[str, object]) -> None:
    before = time.perf_counter()

    with pytest.raises(SealDamaged):
        unseal(with_fields(sealed(), **changes), PASSPHRASE, vault_id=VAULT_ID)

    assert time.perf_counter() - before < 1


@pytest.mark.parametrize("name", ["log_n", "passes", "salt", "nonce", "box", "version", "form"])
def test_a_seal_without_a_field_is_damaged(name: str) -> None:
    with pytest.raises(SealDamaged):
        unseal(with_fields(sealed(), **{name: None}), PASSPHRASE, vault_id=VAULT_ID)


def test_a_seal_of_a_newer_version_says_so() -> None:
    with pytest.raises(SealTooNew):
        unseal(with_fields(sealed(), version=2), PASSPHRASE, vault_id=VAULT_ID)


def test_an_open_text_says_that_it_is_open_and_needs_no_passphrase() -> None:
    text = leave_open(KEY, vault_id=VAULT_ID)

    assert '"form":"open"' in text
    assert not is_sealed(text)
    assert unseal(text, None, vault_id=VAULT_ID) == KEY
    assert unseal(text, "whatever", vault_id=VAULT_ID) == KEY


def test_a_damaged_open_text_is_damaged() -> None:
    with pytest.raises(SealDamaged):
        unseal(with_fields(leave_open(KEY, vault_id=VAULT_ID), key="AAAA"), None, vault_id=VAULT_ID)


def test_a_sealed_text_says_that_it_is_sealed_and_hides_key_and_passphrase() -> None:
    text = sealed()

    assert is_sealed(text)
    assert KEY.hex() not in text
    assert PASSPHRASE not in text


def test_the_longest_seal_fits_every_keyring() -> None:
    text = sealed(cost=Cost(log_n=4, passes=16))

    assert len(text.encode("utf-16")) <= 512


def test_a_key_of_another_length_is_never_sealed() -> None:
    with pytest.raises(ValueError, match="too long"):
        sealed(key=bytes(200))


@pytest.mark.parametrize(("once", "passes"), [(0.0, 16), (0.1, 3), (0.25, 1)], ids=str)
def test_a_faster_machine_makes_more_passes(once: float, passes: int) -> None:
    readings = iter([0.0, once * 2, 0.0, once])

    assert calibrate(clock=lambda: next(readings)) == Cost(log_n=17, passes=passes)


def test_a_guess_on_this_machine_costs_a_quarter_of_a_second() -> None:
    cost = calibrate()
    text = sealed(cost=cost)
    before = time.thread_time()

    assert unseal(text, PASSPHRASE, vault_id=VAULT_ID) == KEY

    assert time.thread_time() - before >= 0.25 * 0.8  # processors change speed between two moments
    assert cost.log_n >= LEAST_COST.log_n
