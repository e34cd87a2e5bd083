"""What Act (2023:196) asks of municipalities."""
