import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const AXE = fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url));

interface AxeResult {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}

/** Serious faults of accessibility in the page as it stands, by axe-core. */
export async function findFaults(page: Page): Promise<string[]> {
  // Not as a script of the page: its own policy would refuse that.
  await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } };
    // Colours on their way from one to another, as of a button that has just become usable, are nobody's to read.
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    // Fluent UI's focus traps: they pass the focus on at once.
    const { violations } = await axe.run({ exclude: ['[data-tabster-dummy]'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  });
}
