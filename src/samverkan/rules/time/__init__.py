"""Time: what begins before it ends, dates that fit each other, and dates that cannot have come yet."""
