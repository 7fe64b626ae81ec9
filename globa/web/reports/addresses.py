"""The addresses of the pages of reports, below reports/."""

from __future__ import annotations

from django.urls import path

from globa.web.reports import deciding, differing, explaining, exporting, figure, listing, page, signing, templates, writing

urlpatterns = [
    path("", listing.reports, name="reports"),
    path("start/", listing.start, name="reports-start"),
    path("new/<slug:form>/", listing.new, name="reports-new"),
    path("templates/", templates.templates, name="reports-templates"),
    path("templates/shipped/", templates.shipped, name="reports-template-shipped"),
    path("templates/add/<slug:form>/", templates.add, name="reports-template-add"),
    path("templates/<uuid:pk>/", templates.template, name="reports-template"),
    path("templates/<uuid:pk>/sample/", templates.sample, name="reports-template-sample"),
    path("templates/<uuid:pk>/file/", templates.file, name="reports-template-file"),
    path("templates/<uuid:pk>/use/", templates.take, name="reports-template-use"),
    path("templates/<uuid:pk>/put-away/", templates.away, name="reports-template-away"),
    path("<uuid:pk>/", page.report, name="reports-report"),
    path("<uuid:pk>/texts/<path:place>/", writing.text, name="reports-text"),
    path("<uuid:pk>/replace/", writing.replace, name="reports-replace"),
    path("<uuid:pk>/explain/", explaining.explain, name="reports-explain"),
    path("<uuid:pk>/sign/", signing.sign, name="reports-sign"),
    path("<uuid:pk>/submit/", deciding.submit, name="reports-submit"),
    path("<uuid:pk>/approve/", deciding.approve, name="reports-approve"),
    path("<uuid:pk>/return/", deciding.give_back, name="reports-return"),
    path("<uuid:pk>/correct/", deciding.correct, name="reports-correct"),
    path("<uuid:pk>/file/", deciding.signed_file, name="reports-file"),
    path("<uuid:pk>/figures/<str:key>/", figure.figure, name="reports-figure"),
    path("<uuid:pk>/differences/", differing.differences, name="reports-differences"),
    path("<uuid:pk>/export/<slug:format>/", exporting.export, name="reports-export"),
    path("<uuid:pk>/exports/<uuid:export>/", exporting.exported, name="reports-exported"),
    path("<uuid:pk>/exports/<uuid:export>/file/", exporting.download, name="reports-download"),
    path("<str:number>/", page.by_number, name="reports-number"),
]
