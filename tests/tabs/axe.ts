import axeCore from 'axe-core';
import type { Frame } from 'playwright-core';

/** WCAG 2.2 AA, and what axe-core's authors hold to be good practice. */
const RULE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Puts axe-core into a page that does not have it yet: it is large. */
export async function putAxe(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axeCore.source);
}

/** What is not accessible on a page, one line for each rule broken with the first element that breaks it. */
export async function accessibilityFaults(frame: Frame): Promise<readonly string[]> {
  await putAxe(frame);
  return frame.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run({ runOnly: tags, resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}, ${nodes.length} in all: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
    );
  }, RULE_TAGS);
}

declare global {
  /** Of a page that axe-core was put into. */
  var axe: typeof axeCore;
}
