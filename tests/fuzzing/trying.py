"""How often a test of this folder tries, and whether it looks for the smallest example that fails."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

_USUAL = 100  # examples of a profile that says nothing


def tries(usual, shrink=True):
    """Settings for a test that tries `usual` examples as a rule, and as many times more as the profile asks for.

    Without `shrink` the first example that fails is shown: shrinking runs that take too long takes far longer.
    """
    count = max(1, settings().max_examples * usual // _USUAL)
    phases = tuple(phase for phase in Phase if shrink or phase is not Phase.shrink)
    return settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck), phases=phases)
