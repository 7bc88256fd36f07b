// A rebuild from nothing must give exactly the dist that is committed: no file more, none less, none different.
import { spawnSync } from 'node:child_process';

function run(command, ...parameters) {
  const child = spawnSync(command, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.status !== 0) throw new Error(`${command} ${parameters.join(' ')} failed.\n${child.stdout}`);
  return child.stdout;
}

console.log(run('npm', 'run', 'package'));
const changed = run('git', 'status', '--porcelain', '--', 'dist');
if (changed !== '') {
  console.error(changed + run('git', '--no-pager', 'diff', '--stat', '--', 'dist'));
  console.error('dist is not what the sources give: run "npm run package" and commit dist.');
  process.exitCode = 1;
}
