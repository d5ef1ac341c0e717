"""HTTP: requests to calls of the packages below, their results and errors to answers. No logic of its own."""
