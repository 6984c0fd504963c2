"""From coded facts to what may leave: periods, table plan, tabulation, preview, publication, ledger. Pure."""
