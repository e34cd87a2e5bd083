"""Follow-ups: a review counts when it states an outcome for everything it reviews, of the text that was agreed."""
