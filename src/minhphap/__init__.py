"""Minh Pháp reads Vietnamese legal drafts and shows what to look at, why, and on what basis."""
