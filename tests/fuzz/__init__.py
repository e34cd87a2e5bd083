"""Programs that try what nobody would write: any bytes, where files of strangers are read."""
