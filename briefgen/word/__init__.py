"""Word template → Look, order of parts, and a document ready to be filled. What is odd about .docx is known here."""
