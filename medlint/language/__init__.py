"""What an article says: concepts named, how they are asserted, claims, disclosures (spaCy)."""
