"""Where Django looks for models."""

from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.drafts import Draft
from globa.registry.accounts.factors import FactorReset
from globa.registry.accounts.sessions import Session
from globa.registry.accounts.users import User
from globa.registry.asking import FileQuestion, FileRequest
from globa.registry.assignments import Assignment
from globa.registry.catalogue import CatalogueService
from globa.registry.conflicts import ConflictOfInterest
from globa.registry.emergency import Opening
from globa.registry.files import File
from globa.registry.households import Household, Member
from globa.registry.involvement import Involvement
from globa.registry.letters import Letter
from globa.registry.names.index import NameUse, NameWord
from globa.registry.norms import Norm
from globa.registry.numbers import Numbering
from globa.registry.organisations import Belonging, Organisation
from globa.registry.papers import Paper
from globa.registry.payers import Payer
from globa.registry.people import OtherName, Person
from globa.registry.premises import Address, Licence, LicensedAddress, Premises, Vehicle
from globa.registry.reasons import Reason
from globa.registry.recording import Recording
from globa.registry.relations import Relation
from globa.registry.schools import School
from globa.registry.sealing import Seal
from globa.registry.staff import Post, PostAllowance, PostHolding, PostLimit

__all__ = [
    "Address",
    "Appointment",
    "Assignment",
    "Belonging",
    "CatalogueService",
    "ConflictOfInterest",
    "Draft",
    "FactorReset",
    "File",
    "FileQuestion",
    "FileRequest",
    "Household",
    "Involvement",
    "Letter",
    "Licence",
    "LicensedAddress",
    "Member",
    "NameUse",
    "NameWord",
    "Norm",
    "Numbering",
    "Opening",
    "Organisation",
    "OtherName",
    "Paper",
    "Payer",
    "Person",
    "Post",
    "PostAllowance",
    "PostHolding",
    "PostLimit",
    "Premises",
    "Reason",
    "Recording",
    "Relation",
    "School",
    "Seal",
    "Session",
    "User",
    "Vehicle",
]
