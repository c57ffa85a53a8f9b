"""Parcel → one place: folder, mail, webhook. Each says whether it arrived, did not, or nobody can know."""
