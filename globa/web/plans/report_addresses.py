from django.urls import path

from globa.web.plans import report, report_beside, report_group, report_papers, report_public

urlpatterns = [
    path("", report.report, name="plans-report"),
    path("group/", report_group.group, name="plans-report-group"),
    path("beside/", report_beside.beside, name="plans-report-beside"),
    path("years/", report.years, name="plans-report-years"),
    path("papers/", report_papers.papers, name="plans-report-papers"),
    path("papers/<uuid:of>/", report_papers.paper, name="plans-report-paper"),
    path("public/", report_public.public, name="plans-report-public"),
]
