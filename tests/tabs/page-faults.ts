import type { Frame } from 'playwright-core';
import { accessibilityFaults, putAxe } from './axe.ts';

/** What a change of colours alone can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What depends on where things stand. */
const SIZE_RULES = ['target-size', 'scrollable-region-focusable', 'css-orientation-lock'];

/** Everything that is wrong with a page as it stands: what axe-core finds, targets too small, what does not fit. */
export async function pageFaults(tab: Frame): Promise<readonly string[]> {
  return [...(await accessibilityFaults(tab)), ...(await layoutFaults(tab))];
}

/** What another size of the same page may break, where neither colours nor what stands on it are others. */
export async function sizeFaults(tab: Frame): Promise<readonly string[]> {
  return [...(await faultsOf(tab, SIZE_RULES)), ...(await layoutFaults(tab))];
}

/** What cannot be read in the theme in force. A page whose other faults were looked for in another theme needs no more. */
export function colourFaults(tab: Frame): Promise<readonly string[]> {
  return faultsOf(tab, COLOUR_RULES);
}

async function faultsOf(tab: Frame, rules: readonly string[]): Promise<readonly string[]> {
  await putAxe(tab);
  return tab.evaluate(
    async (values) => {
      const { violations } = await globalThis.axe.run({
        runOnly: { type: 'rule', values },
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    },
    [...rules],
  );
}

/** Targets smaller than 24 × 24 px, and a page that scrolls sideways. Links within a sentence may be as low as its line. */
export function layoutFaults(tab: Frame): Promise<readonly string[]> {
  return tab.evaluate(() => {
    const targets = document.querySelectorAll('a, button, select, input, summary, textarea, [role=button]');
    const small = [...targets].filter((target) => {
      if (!target.checkVisibility() || getComputedStyle(target).display === 'inline') return false;
      const label = target instanceof HTMLInputElement ? (target.labels?.[0] ?? null) : null;
      const boxes = [target, label].flatMap((part) => (part ? [part.getBoundingClientRect()] : []));
      return boxes.every(({ width, height }) => Math.min(width, height) < 23.9);
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    const isInScroller = (element: Element) => {
      for (let above = element.parentElement; above; above = above.parentElement)
        if (getComputedStyle(above).overflowX !== 'visible') return true;
      return false;
    };
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !isInScroller(element),
    );
    return [
      ...small.map((target) => `too small: ${target.outerHTML.slice(0, 200)}`),
      ...(scrollWidth > clientWidth
        ? [
            `${scrollWidth} px wide: ${wide
              .map(({ outerHTML }) => outerHTML.slice(0, 150))
              .slice(-2)
              .join(' … ')}`,
          ]
        : []),
    ];
  });
}
