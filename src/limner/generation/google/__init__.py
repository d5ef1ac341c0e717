"""Google's services through the official SDK: what its pictures and its clips share."""
