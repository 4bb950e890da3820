import { AppError } from '../plan/errors.ts';

/** Runs `work`; a failure becomes what an operator can act on, on standard error, and exit code 1. */
export async function exitOnFailure(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  }
}

/** Our own errors say what to do; of others the stack is what helps. */
function describe(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
