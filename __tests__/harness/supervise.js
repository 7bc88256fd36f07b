// Runs a program in this process's own process group, and takes the whole group down when the parent goes away,
// however it went: the parent holds the other end of stdin.
import { spawn } from 'node:child_process';
import process from 'node:process';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code) => process.exit(code ?? 1));
// The group is signalled as a whole; this one leaves when the program has left.
process.on('SIGTERM', () => {});
process.stdin.resume();
process.stdin.on('end', () => process.kill(-process.pid, 'SIGKILL'));
