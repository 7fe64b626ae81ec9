"""Pages: they ask who may, what is wrong, call one verb and say where next. They own no tables and count nothing."""
