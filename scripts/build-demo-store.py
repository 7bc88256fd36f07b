"""Builds demo/mlflow.db.gz: the store of a real MLflow server with three really trained models.

    python -m venv demo-venv
    demo-venv/bin/pip install mlflow-skinny==3.17.2 Flask==3.1.3 Flask-CORS==6.0.5 alembic==1.20.1 \
        sqlalchemy==2.1.9 aiohttp==3.14.5 numpy==2.4.6 pandas==3.1.1 scikit-learn==1.9.1 skops==0.16.0
    demo-venv/bin/python scripts/build-demo-store.py

Run it from the root of the repository. The models are trained on the Wisconsin breast cancer data that ships
with scikit-learn and measured on a half of it that none of them saw. The artifacts stay behind with the server:
the demo reads and moves rows only.
"""

import gzip
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

# Before MLflow is imported: it keeps the name of the user with every run.
os.environ.update(
    LOGNAME="demo",
    MLFLOW_DISABLE_TELEMETRY="true",
    MLFLOW_SERVER_ENABLE_JOB_EXECUTION="false",
    GIT_PYTHON_REFRESH="quiet",
    PYTHONWARNINGS="ignore",
)

import mlflow  # noqa: E402
import numpy as np  # noqa: E402
from sklearn.compose import ColumnTransformer  # noqa: E402
from sklearn.datasets import load_breast_cancer  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.metrics import accuracy_score, log_loss, roc_auc_score  # noqa: E402
from sklearn.model_selection import train_test_split  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.preprocessing import StandardScaler  # noqa: E402

NAME = "tumour-classifier"
OUTPUT = Path("demo/mlflow.db.gz")
LARGEST = 1_000_000

# In the order of their versions: what Production has, one that is worse, one that is better.
CANDIDATES = [
    (
        "Logistic regression on all thirty measurements, strongly regularised.",
        lambda: make_pipeline(StandardScaler(), LogisticRegression(C=0.01)),
    ),
    (
        "Logistic regression on four of thirty measurements: simple, and not as good.",
        lambda: make_pipeline(ColumnTransformer([("first", StandardScaler(), [0, 1, 2, 3])]), LogisticRegression()),
    ),
    (
        "Logistic regression on all thirty measurements, lightly regularised.",
        lambda: make_pipeline(StandardScaler(), LogisticRegression(C=0.3)),
    ),
]


def start_server(folder: Path, port: int) -> subprocess.Popen:
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", str(port)),
            *("--backend-store-uri", f"sqlite:///{folder}/mlflow.db", "--workers", "1"),
            *("--default-artifact-root", "mlflow-artifacts:/", "--serve-artifacts"),
            *("--artifacts-destination", str(folder / "artifacts")),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=1)
            return server
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the MLflow server did not start")


def latency_p95_ms(model, rows) -> float:
    """95th percentile of the time for one row; the least of ten rounds, because other work only adds to it."""

    def one(row) -> float:
        start = time.perf_counter()
        model.predict_proba(row.reshape(1, -1))
        return (time.perf_counter() - start) * 1000

    return round(min(float(np.percentile([one(row) for row in rows], 95)) for _ in range(10)), 3)


def train_and_register() -> None:
    data = load_breast_cancer(as_frame=True)
    train, holdout = train_test_split(data.frame, test_size=0.5, random_state=7, stratify=data.target)
    features = [column for column in data.frame.columns if column != "target"]
    dataset = mlflow.data.from_pandas(holdout, name="breast-cancer-holdout", targets="target")
    client = mlflow.MlflowClient()
    client.create_registered_model(NAME, description="Is a tumour malignant? Wisconsin breast cancer data.")
    mlflow.set_experiment("tumours")
    for description, build in CANDIDATES:
        with mlflow.start_run() as run:
            model = build().fit(train[features].to_numpy(), train["target"])
            info = mlflow.sklearn.log_model(model, name="model", pip_requirements=["scikit-learn"])
            rows = holdout[features].to_numpy()
            probabilities = model.predict_proba(rows)
            metrics = {
                "accuracy": accuracy_score(holdout["target"], model.predict(rows)),
                "roc_auc": roc_auc_score(holdout["target"], probabilities[:, 1]),
                "log_loss": log_loss(holdout["target"], probabilities),
                "latency_p95_ms": latency_p95_ms(model, rows),
            }
            mlflow.log_metrics(metrics, model_id=info.model_id, dataset=dataset)
            mlflow.log_input(dataset, context="evaluation")
        version = client.create_model_version(
            NAME, source=info.model_uri, run_id=run.info.run_id, model_id=info.model_id, description=description
        )
        print(f"version {version.version}:", metrics)
    client.transition_model_version_stage(NAME, "1", "Production", archive_existing_versions=True)


def pack(database: Path, folder: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("VACUUM")
    connection.close()
    content = database.read_bytes()
    for private in [str(folder), os.getcwd(), str(Path.home()), socket.gethostname(), sys.prefix]:
        if private.encode() in content:
            raise SystemExit(f"the store holds {private!r}, which belongs to this machine")
    rows = sqlite3.connect(database).execute("SELECT DISTINCT user_id FROM runs").fetchall()
    if rows != [("demo",)]:
        raise SystemExit(f"the store names users: {rows}")
    packed = gzip.compress(content, 9, mtime=0)
    if len(packed) > LARGEST:
        raise SystemExit(f"{len(packed)} bytes are too many")
    OUTPUT.write_bytes(packed)
    print(f"{OUTPUT}: {len(content)} bytes, {len(packed)} packed")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = start_server(folder, port)
        try:
            mlflow.set_tracking_uri(f"http://127.0.0.1:{port}")
            train_and_register()
        finally:
            server.terminate()
            server.wait()
        pack(folder / "mlflow.db", folder)


if __name__ == "__main__":
    main()
