"""Alembic runs this file: how revisions are run, and how new ones are written."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from limner.storage.tables import Moment


def _plain_type(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Revisions name only SQLAlchemy's own types, so that old ones still run when Limner's own have changed."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, sa.JSON):
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return 'sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")'
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["tables"],
    render_item=_plain_type,
    render_as_batch=True,  # SQLite can't alter a column: the table is copied
)
with context.begin_transaction():
    context.run_migrations()
