"""Records in a database and pictures in a blob store; the only package that knows either."""
