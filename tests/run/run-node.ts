import { spawn } from 'node:child_process';

/**
 * Runs Node with these arguments, its output going straight to ours, and answers the exit code.
 * Ended by a signal counts as 1.
 */
export function runNode({ args, cwd }: { args: readonly string[]; cwd: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
