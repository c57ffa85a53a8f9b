"""briefgen.toml and the folder round it → commissions, and papers → disk. The only room that touches the disk."""

from briefgen.project.commissions import FORMATS, LANGUAGE, LENGTHS, Order, check_names, gather, inquire
from briefgen.project.folder import Project, default_root, find_root, open_project
from briefgen.project.locks import locked
from briefgen.project.saving import Saved, save, standing

__all__ = [
    "FORMATS",
    "LANGUAGE",
    "LENGTHS",
    "Order",
    "Project",
    "Saved",
    "check_names",
    "default_root",
    "find_root",
    "gather",
    "inquire",
    "locked",
    "open_project",
    "save",
    "standing",
]
