"""What the verbs of the administration are called in a history."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

VERBS = {
    "publication.write_page": _("the draft was changed"),
    "publication.publish_page": _("was published"),
    "publication.take_page_down": _("was taken down"),
    "casework.enquire": _("came in"),
    "casework.plan_meeting": _("was agreed"),
    "casework.cancel_meeting": _("does not take place"),
    "casework.take_enquiry": _("somebody answers it"),
    "casework.answer_enquiry": _("was answered"),
    "casework.erase_enquiry": _("what named the asker was erased"),
    "casework.reopen_enquiry": _("was opened again"),
    "accounts.invite": _("was invited"),
    "accounts.send_link": _("a new link was sent"),
    "accounts.appoint": _("a role was given"),
    "accounts.end_appointment": _("a role was ended"),
    "accounts.change_role": _("the role was changed"),
    "accounts.connect": _("the account was connected with a worker"),
    "accounts.leave": _("the account was closed"),
    "accounts.left": _("the account closed with the last role"),
    "accounts.come_back": _("the account was opened again"),
    "registry.set_up": _("the installation began"),
    "registry.new_link": _("a new link was made on the server"),
    "registry.add_unit": _("was added"),
    "registry.rename_unit": _("was renamed"),
    "registry.close_unit": _("was closed"),
    "registry.move_unit": _("was moved"),
    "care.found_home": _("was added"),
    "care.close_home": _("was closed"),
    "care.rename_home": _("name or home group was changed"),
    "care.count_places": _("another number of places"),
    "care.add_room": _("a room was added"),
    "care.rename_room": _("a room was renamed"),
    "care.add_beds": _("beds were added"),
    "care.move_bed": _("a bed was moved"),
    "care.take_bed_away": _("a bed was taken away"),
    "registry.add_norm": _("a value was added"),
    "registry.verify_norm": _("was seen in the act"),
    "registry.load_reference": _("came with the program"),
    "registry.record_since": _("the first day was said"),
    "registry.add_licence": _("was added"),
    "registry.license_address": _("an address was added"),
    "registry.end_licence": _("was ended"),
    "registry.add_post": _("was added"),
    "registry.close_post": _("was closed"),
    "planning.add_treasury_code": _("was added"),
    "planning.correct_treasury_code": _("was corrected"),
    "planning.carry_treasury_codes": _("was taken over from the year before"),
    "planning.close_period": _("was closed"),
    "planning.reopen_period": _("was opened again"),
    "planning.take_in": _("was taken in"),
    "planning.take_back": _("was taken back"),
    "reports.keep_standing_text": _("a text was written for new reports"),
    "reports.withdraw_standing_text": _("the text was withdrawn"),
    "registry.add_service": _("was added"),
    "registry.allow_post": _("another number of posts"),
    "registry.hold_post": _("a worker began"),
    "registry.leave_post": _("a worker left"),
}
DEMONSTRATION = "demonstration."
"""With what a verb begins that brought in a part of the demonstration."""


def called(verb: str) -> str:
    return gettext("came with the demonstration") if verb.startswith(DEMONSTRATION) else str(VERBS.get(verb, verb))
