"""Why the key cannot be had: each failure is a named state with one safe next step."""

from __future__ import annotations

from counsellor_desk.errors import DeskError


class KeyringFailed(DeskError):
    """The keyring refused without a reason we know; the other keyring states are special cases of it."""

    code = "custody.keyring_failed"


class KeyringMissing(KeyringFailed):
    """This session has no keyring that we trust."""

    code = "custody.keyring_missing"


class KeyringLocked(KeyringFailed):
    """The keyring is locked and did not open, with or without having asked."""

    code = "custody.keyring_locked"


class KeyringDenied(KeyringFailed):
    """The system asked for permission and the answer was no."""

    code = "custody.keyring_denied"


class KeyringTimeout(KeyringFailed):
    """The keyring gave no answer within ``seconds``."""

    code = "custody.keyring_timeout"


class KeyAbsent(KeyringFailed):
    """The keyring is open and holds no key for this vault."""

    code = "custody.key_absent"


class KeyringForgets(KeyringFailed):
    """The keyring took the key and did not give it back; it was not relied upon."""

    code = "custody.keyring_forgets"


class BackendChanged(DeskError):
    """The key was put into another kind of keyring than the one of this machine."""

    code = "custody.backend_changed"


class KeyForAnotherVault(DeskError):
    """The keyring's key is sound, and is not the key of the vault in this folder."""

    code = "custody.key_for_another_vault"


class PassphraseTooShort(DeskError):
    """A passphrase has at least ``least`` characters."""

    code = "custody.passphrase_too_short"


class PassphraseNeeded(DeskError):
    """The key is sealed under a passphrase, and none was given."""

    code = "custody.passphrase_needed"


class WrongPassphrase(DeskError):
    """The seal is undamaged and this passphrase does not open it."""

    code = "custody.wrong_passphrase"


class TooManyTries(DeskError):
    """After wrong passphrases the next try is taken in ``seconds``."""

    code = "custody.too_many_tries"


class SealDamaged(DeskError):
    """What the keyring gave back is not what was put there; only the recovery sheet helps."""

    code = "custody.seal_damaged"


class SealTooNew(DeskError):
    """The key was sealed by a newer version of the program."""

    code = "custody.seal_too_new"


class SheetIncomplete(DeskError):
    """The sheet has ``needed`` groups and not all were given."""

    code = "custody.sheet_incomplete"


class SheetGroupWrong(DeskError):
    """Group number ``group`` (the first is 1) is not what is on any sheet."""

    code = "custody.sheet_group_wrong"


class SheetForAnotherVault(DeskError):
    """The sheet is well written, and belongs to another vault than the one in this folder."""

    code = "custody.sheet_for_another_vault"


class HeaderMissing(DeskError):
    """A vault lies here without the small file that says where its key is."""

    code = "custody.header_missing"


class HeaderDamaged(DeskError):
    """The small file beside the vault cannot be understood."""

    code = "custody.header_damaged"


class HeaderTooNew(DeskError):
    """The small file beside the vault was written by a newer version of the program."""

    code = "custody.header_too_new"


class AlreadyEstablished(DeskError):
    """There is a vault, or the trace of one, in this folder: a new one is never made over it."""

    code = "custody.already_established"


class FolderFailed(DeskError):
    """The folder of the vault cannot be read or written; ``errno`` is the system's reason."""

    code = "custody.folder_failed"


class NotRemembered(DeskError):
    """The sheet opened the vault, and this computer could not keep the key: the next time needs the sheet again."""

    code = "custody.not_remembered"


class FolderSynced(DeskError):
    """Another program (``service``) copies this folder to other machines, file by file: no place for a vault."""

    code = "custody.folder_synced"


class FolderRemote(DeskError):
    """The folder lies on another machine, over a file system of ``kind``: no place for a vault."""

    code = "custody.folder_remote"


class VaultOlder(DeskError):
    """The vault, or a part of it, is older than when it was last seen on this machine."""

    code = "custody.vault_older"


class SheetOld(DeskError):
    """The sheet made on day ``made`` belongs to an earlier key; backups from before day ``until`` still need it."""

    code = "custody.sheet_old"


class SheetNotInUse(DeskError):
    """The change of key this sheet was made for was not finished; the sheet made on day ``made`` opens the vault."""

    code = "custody.sheet_not_in_use"
