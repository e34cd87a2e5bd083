"""What each format needs beyond the HTML that all share."""
