// npm puts the project's own Node 24 first on PATH. Installed with --ignore-scripts it is missing, and an
// older Node would be used without a word: refuse instead.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Node 24 is needed, this is ${process.versions.node}. Run "npm ci" without --ignore-scripts.`,
  );
  process.exit(1);
}
