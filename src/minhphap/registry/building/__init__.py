"""What sources say -> one sealed snapshot."""
