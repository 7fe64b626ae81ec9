"""Half-written forms: kept while somebody writes, filled in again where they are opened."""
