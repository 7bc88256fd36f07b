"""Writes the SQL of an empty store of the installed MLflow release to standard output.

Tests build their stores from it, so that they need no Python. One fixture per release line:

    pip install mlflow-skinny==2.9.2 alembic==1.20.1 "sqlalchemy<2.1" "setuptools<81"
    python scripts/dump-store-schema.py > __tests__/registry/mlflow/store/fixtures/schema-2.9.2.sql

The 2.22.5 and 3.17.2 ones need `mlflow-skinny` of that release, Flask, alembic and sqlalchemy (3.17.2 also
numpy and pandas).
"""

import os
import sqlite3
import tempfile

os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
os.environ["GIT_PYTHON_REFRESH"] = "quiet"

import mlflow  # noqa: E402
from mlflow.store.tracking.sqlalchemy_store import SqlAlchemyStore  # noqa: E402

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "mlflow.db")
    SqlAlchemyStore(f"sqlite:///{path}", "mlflow-artifacts:/")
    connection = sqlite3.connect(path)
    # The time of making is no part of the schema; without it the dump is the same every time.
    for table, column in [("experiments", "creation_time"), ("experiments", "last_update_time")]:
        connection.execute(f"UPDATE {table} SET {column} = 1700000000000")
    print(f"-- An empty store of MLflow {mlflow.__version__}, made by scripts/dump-store-schema.py.")
    for line in connection.iterdump():
        print("\n".join(part.rstrip() for part in line.split("\n")))
