"""Room: trust."""
