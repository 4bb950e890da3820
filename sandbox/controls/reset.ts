import type { World } from '../core/world.ts';

/**
 * Empties the sandbox and sets its clock back. Under a launcher it answers only once that has set everything up again:
 * the launcher is told `reset` and says `reset-done`.
 */
export async function resetSandbox(world: World): Promise<{ now: string }> {
  world.reset();
  await waitForLauncher();
  return { now: world.clock.now().toString() };
}

async function waitForLauncher(): Promise<void> {
  if (process.send === undefined || !process.connected) return;
  await new Promise<void>((resolve) => {
    const stop = () => {
      process.off('message', onMessage);
      process.off('disconnect', stop);
      resolve();
    };
    const onMessage = (message: unknown) => {
      if ((message as { type?: unknown } | null)?.type === 'reset-done') stop();
    };
    process.on('message', onMessage);
    // A launcher that is gone will never say so.
    process.once('disconnect', stop);
    process.send?.({ type: 'reset' });
  });
}
