"""What people wrote by hand → values: themes, wording, cards, decisions."""
