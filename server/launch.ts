import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { loadConfig, loadDotEnv } from './config.ts';
import { exitOnFailure } from './exit-on-failure.ts';
import { COMPILE_CACHE } from './launch/compile-cache.ts';
import { launchWithSandbox } from './launch/with-sandbox.ts';
import { isSandboxWanted, withSandboxSettings } from './sandbox-settings.ts';

/**
 * `npm start`. With a tenant configured: Milepost alone. With nothing configured: the sandbox, Milepost against it, and
 * the sample plan, by the same commands a customer uses. Ctrl-C stops all of it.
 */
await exitOnFailure(async () => {
  loadDotEnv();
  if (!isSandboxWanted(process.env)) {
    enableCompileCache(COMPILE_CACHE);
    await import('./main.ts');
    return;
  }
  const env = withSandboxSettings(process.env);
  // A wrong setting is told before anything is started.
  loadConfig(env);
  console.log('Starting Milepost and its sandbox …');
  const launch = launchWithSandbox(withAddresses(env));
  const stopWith = (code: number) =>
    void exitOnFailure(async () => {
      await launch.stop();
      process.exit(code);
    });
  process.once('SIGINT', () => stopWith(0));
  process.once('SIGTERM', () => stopWith(0));

  const address = await launch.ready.catch(async (error: unknown) => {
    await launch.stop();
    throw error;
  });
  void launch.broken.then((name) => {
    const log = join(env.MILEPOST_DATA_DIR || '.data', 'logs', `${name}.log`);
    console.error(`The process “${name}” ended by itself; its log is ${log}. Nothing is lost: start again.`);
    stopWith(1);
  });
  console.log(`Ready. Open ${address}  (Ctrl-C stops it)`);
});

/** Each side is told where the other listens. */
function withAddresses(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const port = env.PORT || '3978';
  return {
    ...env,
    PORT: port,
    SANDBOX_PORT: env.SANDBOX_PORT || '3979',
    SANDBOX_BOT_URL: `http://127.0.0.1:${port}`,
    SANDBOX_CLOCK_LISTENER: `http://127.0.0.1:${port}/clock`,
    ...(env.MILEPOST_BOT_AUTH === 'anonymous' ? { SANDBOX_CONNECTOR_AUTH: 'off' } : {}),
  };
}
