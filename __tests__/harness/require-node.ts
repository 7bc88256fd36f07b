const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  throw new Error(
    `Node 24 is needed, this is ${process.versions.node}. Run "npm ci" without --ignore-scripts.`,
  );
}
