"""Runs the migrations on the connection that `storage.db.upgrade` gives."""

from alembic import context

from feedback_app.storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
