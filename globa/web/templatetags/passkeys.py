"""What a page tells the script of the passkeys: options as JSON in an attribute, for our pages hold no script."""

from __future__ import annotations

import json
from typing import Any

from django import template

register = template.Library()


@register.filter
def as_json(value: Any) -> str:
    """Escaped by the template as any other text."""
    return json.dumps(value)
