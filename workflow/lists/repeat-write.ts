import { AppError } from '../../plan/errors.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Tries a refused write again. */
export async function repeatWrite(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['repeatWrite']>[0],
): Promise<Awaited<ReturnType<UseCases['repeatWrite']>>> {
  throw new AppError({ code: 'NOT_FOUND', message: 'repeatWrite is not built yet' });
}

/** Gives a refused write up. */
export async function giveUpWrite(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['giveUpWrite']>[0],
): Promise<Awaited<ReturnType<UseCases['giveUpWrite']>>> {
  throw new AppError({ code: 'NOT_FOUND', message: 'giveUpWrite is not built yet' });
}
