"""Room: intake."""
