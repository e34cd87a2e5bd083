"""Old agreements in Word, PDF, web pages and plain text, to drafts in YAML: by rules and the words of the field."""
