import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError } from '../../plan/errors.ts';

/** An option that is given or not. */
export const FLAG = { type: 'boolean', default: false } as const;

/** Options of every command: which plan it is about, and how it is used. */
export const COMMON_OPTIONS = { site: { type: 'string' }, help: { ...FLAG, short: 'h' } } as const;

/**
 * What was written after the command, by Node's rules for arguments.
 * @param usage how the command is used
 * @throws AppError `BAD_INPUT` that says it, for arguments the command does not know
 */
export function parseArguments<const Known extends ParseArgsConfig>(
  usage: string,
  known: Known,
): ReturnType<typeof parseArgs<Known>> {
  try {
    return parseArgs(known);
  } catch (cause) {
    throw new AppError({ code: 'BAD_INPUT', message: usage, cause });
  }
}
