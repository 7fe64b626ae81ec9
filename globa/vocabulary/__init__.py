"""Words that every room needs: Period, Unit, money, the calendar, Refusal. Knows nobody."""
