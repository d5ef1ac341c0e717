"""Brings a SQL database to the newest revision (Alembic). New revisions: `make migration MESSAGE="what changes"`."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

FOLDER = Path(__file__).parent


def upgrade(connection: sa.Connection, tables: sa.MetaData) -> None:
    """Run the revisions the database has not seen, in the transaction of this connection.

    Tables no revision makes (those of a test or of a plug-in) are made as they are declared.
    """
    command.upgrade(config(connection), "head")
    tables.create_all(connection)


def config(connection: sa.Connection, tables: sa.MetaData | None = None) -> Config:
    """Alembic's own settings; `tables` is what the database shall become, asked only for a new revision."""
    settings = Config(attributes={"connection": connection, "tables": tables})
    settings.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return settings
