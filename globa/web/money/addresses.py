from __future__ import annotations

from django.urls import path

from globa.web.money import entry, execution, files, importing, lines, listing, periods

urlpatterns = [
    path("", listing.money, name="money"),
    path("new/", entry.new, name="money-new"),
    path("execution/", execution.table, name="money-execution"),
    path("execution/table.xlsx", execution.workbook, name="money-execution-workbook"),
    path("periods/", periods.periods, name="money-periods"),
    path("lines/", lines.lines, name="money-lines"),
    path("import/", importing.bring, name="money-import"),
    path("files/", files.files, name="money-files"),
    path("files/<uuid:pk>/", files.file, name="money-file"),
    path("files/<uuid:pk>/original", files.original, name="money-original"),
    path("<uuid:pk>/", entry.entry, name="money-entry"),
]
