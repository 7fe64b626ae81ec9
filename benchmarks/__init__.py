"""The goals of speed, measured on a generated centre; `make bench` runs them."""
