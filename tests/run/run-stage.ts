import { isStale } from './is-stale.ts';
import { runNode } from './run-node.ts';
import type { Stage } from './stages.ts';
import type { Tally } from './tally.ts';

/** Runs one stage under its own heading. A stage that fails is counted; it never throws, so the next one runs. */
export async function runStage({
  stage: { name, args, onlyWhenStale },
  root,
  say,
}: {
  stage: Stage;
  root: string;
  say: (line: string) => void;
}): Promise<Tally> {
  say(`\n=== ${name} ===`);
  if (onlyWhenStale && !isStale({ root, ...onlyWhenStale })) {
    say('Up to date.');
    return { passed: 1, failed: 0, remarks: [] };
  }
  const exitCode = await runNode({ args, cwd: root });
  if (exitCode === 0) return { passed: 1, failed: 0, remarks: [] };
  return { passed: 0, failed: 1, remarks: [`${name} failed.`] };
}
