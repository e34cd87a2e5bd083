"""What others have written, taken in: figures into a situation picture, and old documents as drafts."""
