from django.urls import include, path

from globa.web.plans import differing, evidence, fed_records, feeding, funds, line, listing, measure, money_rows, page, tree, versions

urlpatterns = [
    path("", listing.plans, name="plans"),
    path("import/", include("globa.web.plans.import_addresses")),
    path("new/", versions.new, name="plans-new"),
    path("funds/", funds.funds, name="plans-funds"),
    path("<uuid:pk>/", page.plan, name="plans-plan"),
    path("<uuid:pk>/planned/", money_rows.planned, name="plans-planned"),
    path("<uuid:pk>/used/", money_rows.used, name="plans-used"),
    path("<uuid:pk>/differences/", differing.differences, name="plans-differences"),
    path("<uuid:pk>/measures/<uuid:of>/", measure.measure, name="plans-measure"),
    path("<uuid:pk>/tree/", tree.outline, name="plans-tree"),
    path("<uuid:pk>/tree/<uuid:of>/", tree.part, name="plans-part"),
    path("<uuid:pk>/lines/<uuid:of>/", line.line, name="plans-line"),
    path("<uuid:pk>/lines/<uuid:of>/records/", feeding.feeding, name="plans-feeding"),
    path("<uuid:pk>/activities/<uuid:of>/", fed_records.records, name="plans-activity"),
    path("<uuid:pk>/results/<uuid:of>/document", evidence.document, name="plans-proof"),
    path("<uuid:pk>/approve/", versions.approve, name="plans-approve"),
    path("<uuid:pk>/amend/", versions.amend, name="plans-amend"),
    path("<uuid:pk>/report/", include("globa.web.plans.report_addresses")),
]
