import { AppError } from '../plan/errors.ts';

/** Runs `work`; a failure becomes what an operator can act on, on standard error, and exit code 1. */
export async function exitOnFailure(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const words = describe(error);
    if (words !== '') process.stderr.write(`${words}\n`);
    process.exit(1);
  }
}

/** Our own errors say what to do, or nothing where a process we started has said it; of others the stack helps. */
function describe(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
