import { loadConfig, loadDotEnv } from './config.ts';
import { exitOnFailure } from './exit-on-failure.ts';
import { startServer } from './start-server.ts';
import { trustCertificates } from './trust.ts';

/** Starts Milepost as the environment says, and stops it on Ctrl-C or SIGTERM. */
await exitOnFailure(async () => {
  loadDotEnv();
  const config = loadConfig(process.env);
  if (config.caFile !== null) trustCertificates(config.caFile);
  const server = await startServer(config);
  process.send?.({ type: 'listening' });

  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void exitOnFailure(async () => {
      await server.stop();
      process.exit(0);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Started by the launcher: when that is killed outright, nothing must be left behind.
  process.on('disconnect', stop);
});
