"""Who is in the photo: detection, the 478-point mesh, the person mask and the photo coach."""
