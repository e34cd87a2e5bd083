"""Every sentence that people read, in Swedish and English."""
