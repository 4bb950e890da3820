import { loadDotEnv } from './config.ts';
import { exitOnFailure } from './exit-on-failure.ts';
import { launchWithSandbox } from './launch/with-sandbox.ts';
import { isSandboxWanted, withSandboxSettings } from './sandbox-settings.ts';

/**
 * `npm start`. With a tenant configured: Milepost alone. With nothing configured: the sandbox, Milepost against it, and
 * the sample plan, by the same commands a customer uses. Ctrl-C stops all of it.
 */
await exitOnFailure(async () => {
  loadDotEnv();
  if (!isSandboxWanted(process.env)) {
    await import('./main.ts');
    return;
  }
  const env = withSandboxSettings(process.env);
  console.log('Starting Milepost and its sandbox …');
  const launch = launchWithSandbox({
    ...env,
    PORT: env.PORT || '3978',
    SANDBOX_PORT: env.SANDBOX_PORT || '3979',
  });
  const stopWith = (code: number) =>
    void exitOnFailure(async () => {
      await launch.stop();
      process.exit(code);
    });
  process.once('SIGINT', () => stopWith(0));
  process.once('SIGTERM', () => stopWith(0));
  void launch.broken.then(() => stopWith(1));

  const address = await launch.ready.catch(async (error: unknown) => {
    await launch.stop();
    throw error;
  });
  console.log(`Ready. Open ${address}  (Ctrl-C stops it)`);
});
