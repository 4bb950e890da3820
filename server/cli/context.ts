import type { GraphClient } from '../../graph/client.ts';
import { AppError } from '../../plan/errors.ts';
import type { Log } from '../../workflow/ports/log.ts';
import { readClock, systemClock } from '../clock.ts';
import { type Config, loadConfig, loadDotEnv } from '../config.ts';
import { createSetupCredential } from '../credentials.ts';
import { createConfiguredGraphClient } from '../graph-access.ts';
import { isSandboxWanted, withSandboxSettings } from '../sandbox-settings.ts';
import { trustCertificates } from '../trust.ts';

/** What a command works with: Microsoft 365 as `.env` says, or the running sandbox where nothing is set. */
export interface CommandContext {
  readonly config: Config;
  readonly graph: GraphClient;
  /** As the identity that sets up; `null` where none is configured. */
  readonly setupGraph: GraphClient | null;
  /** What time it is for the plan. @throws AppError `BAD_CONFIG` where whoever drives the clock does not answer */
  now(): Promise<Temporal.Instant>;
  /** For people at a terminal. */
  print(line: string): void;
}

export function openCommandContext(): CommandContext {
  loadDotEnv();
  const env = isSandboxWanted(process.env) ? withSandboxSettings(process.env) : process.env;
  const config = loadConfig(env);
  if (config.caFile !== null) trustCertificates(config.caFile);
  const print = (line: string) => console.log(line);
  const setupCredential = createSetupCredential(config, print);
  return {
    config,
    graph: createConfiguredGraphClient(config, SILENT),
    setupGraph: setupCredential && createConfiguredGraphClient(config, SILENT, setupCredential),
    now: () => nowBy(config),
    print,
  };
}

async function nowBy({ clockUrl }: Config): Promise<Temporal.Instant> {
  if (clockUrl === null) return systemClock.now();
  return readClock(clockUrl).catch((cause: unknown) => {
    const message = `MILEPOST_CLOCK_URL: ${clockUrl} does not answer. For the sandbox, start it first with \`npm start\`.`;
    throw new AppError({ code: 'BAD_CONFIG', message, cause });
  });
}

/** Commands say in words what goes wrong; retries and the like would only be noise. */
const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} };
