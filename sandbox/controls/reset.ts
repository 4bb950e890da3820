import type { World } from '../core/world.ts';

/** Whoever started the sandbox, as a child process sees its parent: `process` itself. */
export interface Launcher {
  /** Absent, or not connected: the sandbox was started by itself. */
  readonly send?: ((message: object) => unknown) | undefined;
  readonly connected: boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
  off(event: 'message' | 'disconnect', listener: (message: unknown) => void): unknown;
}

/**
 * Empties the sandbox and sets its clock back. Under a launcher it answers only once that has set everything up again:
 * the launcher is told `{type: 'reset'}` and says `{type: 'reset-done'}`.
 */
export async function resetSandbox(world: World, launcher: Launcher = process): Promise<{ now: string }> {
  world.reset();
  if (launcher.send !== undefined && launcher.connected) await waitForLauncher(launcher);
  return { now: world.clock.now().toString() };
}

async function waitForLauncher(launcher: Launcher): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = () => {
      launcher.off('message', onMessage);
      launcher.off('disconnect', stop);
      resolve();
    };
    const onMessage = (message: unknown) => {
      if ((message as { type?: unknown } | null)?.type === 'reset-done') stop();
    };
    launcher.on('message', onMessage);
    // A launcher that is gone will never say so.
    launcher.once('disconnect', stop);
    launcher.send?.({ type: 'reset' });
  });
}
