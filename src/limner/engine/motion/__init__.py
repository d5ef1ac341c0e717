"""Pictures that move: gestures, frames of a loop, and the files they are kept in."""
