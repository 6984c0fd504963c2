"""Who can open the vault: OS keyring, passphrase seal, recovery sheet."""
