"""Word template → Look, order of parts, and a document ready to be filled. Whatever is odd about .docx is known here."""
