"""How hard the properties are tried: as usual, or by `pytest --hypothesis-profile=campaign` (see CONTRIBUTING.md)."""

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow]  # whole pages take long to make, and the time of an example depends on the machine
FIXED = "CI" in os.environ  # a change is not to blame for what chance finds; a campaign looks for that
settings.register_profile("usual", deadline=None, suppress_health_check=SLOW, derandomize=FIXED)
settings.register_profile("campaign", deadline=None, suppress_health_check=SLOW, max_examples=4000, print_blob=True)
settings.load_profile("usual")
