"""Room: tender."""
