"""Forms in Excel for those who answer for goals and measures, and their answers put into one follow-up."""
