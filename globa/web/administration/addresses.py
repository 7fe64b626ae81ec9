from __future__ import annotations

from django.urls import path

from globa.web.administration import (
    directions,
    funding,
    homes,
    licences,
    lists,
    norms,
    outside,
    overview,
    posts,
    recording,
    texts,
    tree,
    user,
    users,
)

urlpatterns = [
    path("", overview.overview, name="administration"),
    path("users/", users.users, name="administration-users"),
    path("users/invite/", users.inviting, name="administration-invite"),
    path("users/<uuid:pk>/", user.user, name="administration-user"),
    path("tree/", tree.tree, name="administration-tree"),
    path("tree/<uuid:pk>/", tree.unit, name="administration-unit"),
    path("homes/<uuid:pk>/", homes.home, name="administration-home"),
    path("posts/", posts.posts, name="administration-posts"),
    path("posts/<uuid:pk>/", posts.post, name="administration-post"),
    path("licences/", licences.licences, name="administration-licences"),
    path("norms/", norms.norms, name="administration-norms"),
    path("norms/<slug:code>/", norms.norm, name="administration-norm"),
    path("lists/", lists.lists, name="administration-lists"),
    path("funding/", funding.funding, name="administration-funding"),
    path("directions/", directions.directions, name="administration-directions"),
    path("directions/<uuid:pk>/", directions.direction, name="administration-direction"),
    path("recording/", recording.recording, name="administration-recording"),
    path("texts/", texts.texts, name="administration-texts"),
    path("texts/<slug:code>/<path:place>/", texts.text, name="administration-text"),
    path("outside/", outside.outside, name="administration-outside"),
    path("outside/draft/", outside.drafted, name="administration-outside-draft"),
    path("outside/<uuid:pk>/", outside.edition, name="administration-edition"),
]
