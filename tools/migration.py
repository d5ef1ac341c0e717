"""Write the next revision of the SQL tables: what an empty database, brought up to date, lacks of the records.

.venv/bin/python tools/migration.py "what changes"

Read what it wrote: a column that must have a value needs a `server_default` for the rows that are there already.
"""

import subprocess
import sys
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy.pool import StaticPool

from limner.backend import RECORDS
from limner.storage import migrations
from limner.storage.tables import metadata


def main(message: str) -> int:
    """Write the revision; 0 when there was something to write."""
    engine = sa.create_engine("sqlite://", poolclass=StaticPool)
    with engine.connect() as connection:
        settings = migrations.config(connection, metadata(RECORDS))
        command.upgrade(settings, "head")
        directory = ScriptDirectory.from_config(settings)
        number = len(list(directory.walk_revisions())) + 1
        written = command.revision(settings, message, autogenerate=True, rev_id=f"{number:04}")
    engine.dispose()
    if written is None or isinstance(written, list):
        return 1
    ruff = Path(sys.executable).with_name("ruff")
    subprocess.run([ruff, "check", "--quiet", "--fix", written.path], check=False)
    return subprocess.run([ruff, "format", "--quiet", written.path], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:]) or "changes"))
