"""A second factor as somebody sets it up in the browser: codes from an app, a passkey; and both put off again."""

from __future__ import annotations

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page

from globa.demonstration.accounts import PASSWORD

FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""What the browser takes for a telephone or a key on which a finger lies."""


def give_a_finger(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})


def set_codes_up(page: Page) -> str:
    """Leave the browser at the spare codes; return the secret that the app would keep."""
    page.goto("/accounts/2fa/totp/activate/")
    secret = page.locator("code.g-code").inner_text()
    page.locator("[name=code]").fill(code_of(secret))
    page.locator("main form .govuk-button").click()
    page.wait_for_url("**/accounts/2fa/recovery-codes/")
    return secret


def code_of(secret: str) -> str:
    """The code of this half minute."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def open_sure(page: Page, address: str) -> None:
    """Open a page that first asks for the password once more, where it was not asked for lately."""
    page.goto(address)
    if "/reauthenticate/" in page.url:
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("main form .govuk-button").click()
        page.wait_for_url(f"**{address}")


def add_a_passkey(page: Page, name: str) -> str:
    """Return the number by which the site knows it."""
    open_sure(page, "/accounts/2fa/webauthn/add/")
    page.locator("[name=name]").fill(name)
    page.locator("form[data-passkey] .govuk-button").click()
    page.wait_for_url("**/accounts/2fa/")
    page.goto("/accounts/2fa/webauthn/")
    return str(page.locator("a[href$='/edit/']").first.get_attribute("href")).split("/")[-3]


def put_off(page: Page) -> None:
    """Take everything away again: the demonstration lets its accounts be without."""
    page.goto("/accounts/2fa/webauthn/")
    for address in [str(link.get_attribute("href")) for link in page.locator("a[href$='/remove/']").all()]:
        open_sure(page, address)
        page.locator("main .govuk-button--warning").click()
        page.wait_for_url("**/accounts/2fa/webauthn/")
    page.goto("/accounts/2fa/")
    if page.locator("a[href$='/totp/deactivate/']").count():
        open_sure(page, "/accounts/2fa/totp/deactivate/")
        page.locator("main .govuk-button--warning").click()
        page.wait_for_url("**/accounts/2fa/")
