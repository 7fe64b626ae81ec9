from django.urls import path

from globa.web.plans import import_attaching, import_beside, import_deciding, import_original, import_results, importing

urlpatterns = [
    path("", importing.documents, name="plans-import"),
    path("<uuid:pk>/", importing.document, name="plans-import-one"),
    path("<uuid:pk>/doubts/<int:number>/", import_deciding.doubt, name="plans-import-doubt"),
    path("<uuid:pk>/looks/", import_deciding.looks, name="plans-import-looks"),
    path("<uuid:pk>/bodies/", import_deciding.bodies, name="plans-import-bodies"),
    path("<uuid:pk>/results/", import_results.results, name="plans-import-results"),
    path("<uuid:pk>/results/<int:serial>/", import_results.of_measure, name="plans-import-measure"),
    path("<uuid:pk>/beside/", import_beside.told, name="plans-import-beside"),
    path("<uuid:pk>/attach/", import_attaching.attaching, name="plans-import-attach"),
    path("<uuid:pk>/attach/<int:serial>/<int:line>/", import_attaching.match, name="plans-import-match"),
    path("<uuid:pk>/original/", import_original.original, name="plans-import-original"),
    path("<uuid:pk>/accept/", importing.taken, name="plans-import-accept"),
    path("<uuid:pk>/undo/", importing.back, name="plans-import-undo"),
    path("<uuid:pk>/put-away/", importing.away, name="plans-import-away"),
]
