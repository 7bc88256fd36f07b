/** The promotion script that teams write today: read both versions, compare with `>=`, move, look again. */
export const PYTHON_PROMOTION = `
import sys
from mlflow.tracking import MlflowClient

name, version = sys.argv[1], sys.argv[2]
client = MlflowClient()
candidate = client.get_model_version(name, version)
holder = client.get_latest_versions(name, stages=["Production"])[0]
new = client.get_run(candidate.run_id).data.metrics
old = client.get_run(holder.run_id).data.metrics
if new["accuracy"] >= max(0.8, old["accuracy"] + 0.005) and new["log_loss"] <= old["log_loss"]:
    client.transition_model_version_stage(name, version, "Production", archive_existing_versions=True)
    holders = client.get_latest_versions(name, stages=["Production"])
    print("promoted" if [h.version for h in holders] == [version] else "lost")
else:
    print("rejected")
`;
