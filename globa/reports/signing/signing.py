"""The steps of a report after it is written: signed, submitted, approved, returned, corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from globa.journal.operations import Actor, operation
from globa.registry.accounts.users import User
from globa.registry.files import File
from globa.registry.staff import PostHolding
from globa.reports.document import Document
from globa.reports.implementation.group import GroupMember, carry_over, keep_the_version
from globa.reports.keeping.reports import Report, State, start
from globa.reports.signing.freezing import freeze
from globa.reports.signing.frozen import Approval, Signature, SignedContent
from globa.reports.signing.on_paper import keep_paper
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

if TYPE_CHECKING:
    from globa.reports.checks import Finding
    from globa.reports.forms import Form, Signing


class Unexplained(Refusal):
    """Something contradicts itself and nobody said why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(
            _(
                "%(count)s contradictions have no answer yet, so the report cannot be signed. "
                "Mend each one, or explain it: the reason is printed in the protocol."
            ),
            count=len(findings),
        )
        self.findings = findings


class NotYoursToSign(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The form says in which posts this report is signed, and you hold none of them today. "
                "Ask somebody who does, such as the director, to sign."
            )
        )


class NothingToCorrect(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Only a signed report is corrected by a new version. This one can still be written."))


class NotOfTheGroup(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The report is signed by the members of its working group who were at the sitting, each with an account of their own, "
                "and you are none of them. Write the group down as it was appointed."
            )
        )


class NoQuorum(Refusal):
    def __init__(self, present: int, members: int) -> None:
        super().__init__(
            _(
                "%(present)s of %(members)s members were at the sitting, and a group decides when more than half of it is there. "
                "Hold the sitting again, or mend who was at it."
            ),
            present=present,
            members=members,
        )


def post_of_signer(user: User, report: Report, rule: Signing) -> str:
    """Return the post in which the user may sign today; nobody signs for another."""
    if rule.by_group:
        return _part_of_signer(user, report)
    held = PostHolding.objects.filter(
        organisation_id=report.organisation_id, worker_id=user.person_id, during__contains=today(), post__title__in=rule.posts
    )
    post = held.values_list("post__title", flat=True).first() if user.person_id else None
    if post is None:
        raise NotYoursToSign
    return post


def _part_of_signer(user: User, report: Report) -> str:
    """The part in the working group of whoever was at its sitting."""
    attended = _attended(report)
    if not any(member.user_id == user.pk for member in attended):
        raise NotOfTheGroup
    members = GroupMember.objects.in_force().filter(group__report=report).count()
    if len(attended) * 2 <= members:
        raise NoQuorum(len(attended), members)
    return next(member.part for member in attended if member.user_id == user.pk)


def _attended(report: Report) -> list[GroupMember]:
    return list(GroupMember.objects.in_force().filter(group__report=report, absent_because=""))


def quorum_of(report: Report, rule: Signing) -> int:
    """How many signatures make it signed: of a working group all who were there, whether they sign here or on paper."""
    return len(_attended(report)) if rule.by_group else rule.quorum


def waiting_for_paper(report: Report) -> list[GroupMember]:
    """Who was at the sitting, has no account, and whose signed paper is not here yet."""
    signed = set(report.papers.values_list("member", flat=True))
    return [member for member in _attended(report) if member.user_id is None and member.pk not in signed]


def unexplained(report: Report, findings: Sequence[Finding]) -> list[Finding]:
    """The contradictions that stand without a reason."""
    explained = set(report.explanations.values_list("finding", flat=True))
    return [finding for finding in findings if finding.asks_why and finding.key not in explained]


def sign(*, report: Report, document: Document, findings: Sequence[Finding], rule: Signing, by: User) -> Signature:
    """
    Sign what was read. The first signature freezes the content; the report is signed when the quorum is reached.

    Everybody signs the same content: a later signer signs what is frozen, whatever the records say by then.
    """
    post = post_of_signer(by, report, rule)
    if open_ones := unexplained(report, findings) if report.state == State.DRAFT else []:
        raise Unexplained(open_ones)
    with operation("reports.sign", by=by, about=report):
        content = SignedContent.objects.filter(report=report).first() or _frozen(report, document)
        signature = Signature.objects.create(
            organisation_id=report.organisation_id, report=report, user=by, name=by.name, post=post, fingerprint=content.fingerprint
        )
        _step_by_signatures(report, rule)
    return signature


def sign_on_paper(
    *, report: Report, members: Sequence[GroupMember], number: str, day: date, file: File, rule: Signing, by: Actor | None
) -> None:
    """Record that members without an account signed the printed report; the report is signed when nobody is left."""
    with operation("reports.sign_on_paper", by=by, about=report):
        keep_paper(report, members, number, day, file)
        _step_by_signatures(report, rule)


def _step_by_signatures(report: Report, rule: Signing) -> None:
    given = report.signatures.count() + report.papers.count()
    _step(report, State.SIGNED if given >= quorum_of(report, rule) else State.IN_SIGNING)


def _frozen(report: Report, document: Document) -> SignedContent:
    keep_the_version(report)
    return freeze(report, document)


def submit(*, report: Report, by: Actor | None) -> Report:
    """Say that the signed report was handed in."""
    with operation("reports.submit", by=by, about=report):
        return _step(report, State.SUBMITTED)


def approve(
    *, report: Report, decision_number: str, decided_on: date, by: Actor | None, registered_number: str = "", file: File | None = None
) -> Approval:
    """Record the council's decision, the office's number and the file that was signed outside."""
    approval = Approval(
        organisation_id=report.organisation_id,
        report=report,
        decision_number=decision_number,
        decided_on=decided_on,
        registered_number=registered_number,
        file=file,
    )
    with operation("reports.approve", by=by, about=report):
        approval.save(force_insert=True)
        _step(report, State.APPROVED)
    return approval


def return_for_correction(*, report: Report, reason: str, by: Actor | None) -> Report:
    """Give a signed report back; it stays as it was signed, and the correction is a new version."""
    with operation("reports.return", by=by, about=report, reason=reason), transaction.atomic():
        report.returned_because = reason
        report.state = State.RETURNED
        report.save(update_fields=["returned_because", "state"])
    return report


def correct(*, report: Report, form: Form, by: Actor | None) -> Report:
    """Begin the next version of a signed report, with its texts."""
    if not report.is_frozen or report.state == State.IN_SIGNING:
        raise NothingToCorrect
    with operation("reports.correct", by=by, about=report):
        correction = start(organisation=report.organisation, form=form, period=report.period, by=by, corrects=report)
        carry_over(earlier=report, report=correction)
    return correction


def _step(report: Report, state: State) -> Report:
    if report.state != state:
        report.state = state
        report.save(update_fields=["state"])
    return report
