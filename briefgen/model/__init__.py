"""Every value that flows through the pipeline, frozen: it can be compared, hashed and sent to another process."""
