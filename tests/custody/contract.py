"""What every keeper of secrets promises, a real keyring and the fake one alike."""

from __future__ import annotations

import pytest

from counsellor_desk.custody.errors import KeyAbsent
from counsellor_desk.custody.keystore import KeyStore


class KeyStoreContract:
    """Inherited by the tests of each store; they provide the fixture ``store``."""

    def test_what_was_put_comes_back(self, store: KeyStore) -> None:
        store.put("contract/one", '{"a":"é ü 😀"}')

        assert store.get("contract/one") == '{"a":"é ü 😀"}'

    def test_the_longest_secret_comes_back(self, store: KeyStore) -> None:
        store.put("contract/long", "x" * 255)

        assert store.get("contract/long") == "x" * 255

    def test_a_second_put_takes_the_place_of_the_first(self, store: KeyStore) -> None:
        store.put("contract/two", "old")
        store.put("contract/two", "new")

        assert store.get("contract/two") == "new"

    def test_names_do_not_share_their_secrets(self, store: KeyStore) -> None:
        store.put("contract/a", "one")
        store.put("contract/b", "other")
        store.delete("contract/a")

        assert store.get("contract/b") == "other"
        with pytest.raises(KeyAbsent):
            store.get("contract/a")

    def test_nothing_under_a_name_is_a_state_of_its_own(self, store: KeyStore) -> None:
        with pytest.raises(KeyAbsent):
            store.get("contract/never")

    def test_deleting_what_is_not_there_is_fine(self, store: KeyStore) -> None:
        store.delete("contract/never")
        store.delete("contract/never")

    def test_the_kind_of_keyring_has_a_name(self, store: KeyStore) -> None:
        assert store.backend
