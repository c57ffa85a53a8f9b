"""briefgen turns a sourced document into themed briefing papers whose endnotes keep the source's own numbers."""
