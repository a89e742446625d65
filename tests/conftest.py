"""How hard the properties are tried: as usual, or by `pytest --hypothesis-profile=campaign` (see CONTRIBUTING.md)."""

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow]  # whole pages take long to make, and the time of an example depends on the machine
settings.register_profile("usual", deadline=None, suppress_health_check=SLOW)
settings.register_profile("campaign", deadline=None, suppress_health_check=SLOW, max_examples=4000, print_blob=True)
settings.load_profile("usual")
