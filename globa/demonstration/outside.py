"""What the centres say to everybody, and what somebody asked them: invented as all the rest."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path

from globa.casework.recruitment import enquiries
from globa.casework.recruitment.subjects import About, Channel, Outcome
from globa.publication import pages
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.vocabulary.calendar import after_working_days, today

WORDS = Path(__file__).with_name("outside.toml")
# How many days before the loading somebody asked, what, how; whether and with what it was answered.
ASKED = (
    (40, About.ON_DUTY_CARER, Channel.PUBLIC_PAGE, "Rimgailė Audrūnaitė", "Alytus", Outcome.BEGINS),
    (21, About.GUARDIAN, Channel.PHONE, "Tautmilas Girdzijauskas", "Simnas", Outcome.THINKS),
    (12, About.HOST, Channel.PUBLIC_PAGE, "Austėja Vilkelytė", "Lazdijai", Outcome.INFORMED),
    (8, About.ON_DUTY_CARER, Channel.PUBLIC_PAGE, "Dovas Sakalinskas", "Alytus", None),
    (1, About.HELP, Channel.PUBLIC_PAGE, "Smiltė Norbutaitė", "Daugai", None),
    (0, About.GUARDIAN, Channel.PUBLIC_PAGE, "Vakarė Žilinskaitė", "Alytus", None),
)
QUESTION = {
    About.ON_DUTY_CARER: "Norėčiau sužinoti, ko reikia, kad galėčiau tapti budinčiu globotoju, ir kiek trunka mokymai.",
    About.GUARDIAN: "Galvojame apie globą, auginame du savo vaikus. Ar galėtume ateiti pasikalbėti?",
    About.HOST: "Ar galime pakviesti vaiką savaitgaliais ir per vasaros atostogas?",
    About.HELP: "Globoju anūką, jam sunkiai sekasi mokykloje. Ar galite padėti?",
}


def speak(centres: list[Organisation], head: User) -> None:
    """Publish the pages that the file holds, the first centre's after a change of its words: so that there is a history."""
    for code, words in tomllib.loads(WORDS.read_text()).items():
        centre = next(one for one in centres if one.code == code)
        for before in words.pop("before", []):
            pages.write(organisation=centre, words=words | before, by=head)
            pages.publish(organisation=centre, by=head, is_invented=True)
        pages.write(organisation=centre, words=words, by=head)
        pages.publish(organisation=centre, by=head, is_invented=True)


def ask(centre: Organisation, answers: User) -> None:
    """Near to the day of loading: an enquiry of years ago that still waits would say that nobody works here."""
    for number, (ago, about, channel, asker, town, outcome) in enumerate(ASKED):
        on = today() - timedelta(days=ago)
        said = {"asker_phone": f"+370 600 0000{number}", "asker_town": town, "question": QUESTION[about]}
        made = enquiries.enquire(organisation=centre, channel=channel, about=about, asker=asker, on=on, by=None, **said)
        if outcome:
            on = min(after_working_days(on, 1), today())
            enquiries.answer(enquiry=made, on=on, outcome=outcome, reply="Pasikalbėjome telefonu.", by=answers)
