"""Providers: money, rests, hand-offs."""
# pyright: reportUnknownArgumentType=false

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "charges",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("microusd", sa.BigInteger(), nullable=False),
        sa.Column("standing", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("charges", schema=None) as batch_op:
        batch_op.create_index(
            "charges_account_id_month_provider_idx", ["account_id", "month", "provider"], unique=False
        )
        batch_op.create_index(
            "charges_job_id_standing_idx",
            ["job_id"],
            unique=False,
            sqlite_where=sa.text("standing IS 1"),
            postgresql_where=sa.text("standing IS true"),
        )
        batch_op.create_index("charges_month_provider_idx", ["month", "provider"], unique=False)

    op.create_table(
        "monthly_spending",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("committed_microusd", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account_id", "month", name="monthly_spending_account_id_month_key"),
    )
    op.create_table(
        "provider_rests",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("failures", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("month_microusd", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "passed_over",
                sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
                nullable=False,
                server_default="[]",
            )
        )
        batch_op.add_column(sa.Column("remote_task", sa.Text(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "hand_off",
                sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
                nullable=True,
            )
        )
        batch_op.add_column(sa.Column("cost_microusd", sa.BigInteger(), nullable=False, server_default="0"))
        batch_op.drop_column("cost_cents")


def downgrade() -> None:
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.add_column(sa.Column("cost_cents", sa.BIGINT(), nullable=False, server_default="0"))
        batch_op.drop_column("cost_microusd")
        batch_op.drop_column("hand_off")
        batch_op.drop_column("remote_task")
        batch_op.drop_column("passed_over")

    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_column("month_microusd")

    op.drop_table("provider_rests")
    op.drop_table("monthly_spending")
    with op.batch_alter_table("charges", schema=None) as batch_op:
        batch_op.drop_index("charges_month_provider_idx")
        batch_op.drop_index(
            "charges_job_id_standing_idx",
            sqlite_where=sa.text("standing IS 1"),
            postgresql_where=sa.text("standing IS true"),
        )
        batch_op.drop_index("charges_account_id_month_provider_idx")

    op.drop_table("charges")
