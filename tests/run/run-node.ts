import { spawn } from 'node:child_process';

/**
 * Runs Node with these arguments, its output going straight to ours, and answers the exit code.
 * Ended by a signal counts as 1.
 */
export function runNode({
  args,
  cwd,
  env = {},
}: {
  args: readonly string[];
  cwd: string;
  /** Set besides what is set already. */
  env?: Readonly<Record<string, string>>;
}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
