import type { Page } from 'playwright-core';

/** The least that a finger finds: WCAG 2.2, 2.5.8. */
const TARGET_PX = 24;

/** What of the cards on a page is cut off, sticks out, is too small to press, or has no label that can be seen; a line each. */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate((targetPx) => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} px wide`);
    for (const card of document.querySelectorAll('section')) {
      const find = (selector: string) => [...card.querySelectorAll<HTMLElement>(selector)].filter(isShown);
      const say = (element: HTMLElement, what: string) =>
        faults.push(`${card.ariaLabel}: ${what}: ${element.outerHTML.slice(0, 120)}`);
      for (const element of find('*')) {
        const { left, right } = element.getBoundingClientRect();
        const frame = card.getBoundingClientRect();
        if (right > frame.right + 1 || left < frame.left - 1) say(element, 'sticks out');
        if (hasText(element) && isCutOff(element)) say(element, 'is cut off');
      }
      for (const element of find('button, a[href], a.ac-anchor, [role="button"], input, select, textarea')) {
        // A tick and its words are one: either may be pressed.
        const target = element.matches('[type="checkbox"], [type="radio"]') ? element.parentElement : element;
        const { width, height } = (target ?? element).getBoundingClientRect();
        if (Math.min(width, height) < targetPx && !isAmongWords(element))
          say(element, `is ${width} × ${height} px`);
      }
      for (const element of find('input, select, textarea'))
        if (!labelsOf(element).some((label) => isShown(label) && label.innerText.trim() !== ''))
          say(element, 'has no label that can be seen');
    }
    return faults;

    function isShown(element: HTMLElement): boolean {
      return element.checkVisibility() && element.getClientRects().length > 0;
    }

    function hasText(element: HTMLElement): boolean {
      return [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
      );
    }

    /** Of words that flow there is no box to be cut off by. */
    function isCutOff({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean {
      return clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
    }

    /** A link in a line of words is as high as the line: 2.5.8 leaves those out. */
    function isAmongWords(element: HTMLElement): boolean {
      return element.matches('a') && getComputedStyle(element).display === 'inline';
    }

    function labelsOf(element: HTMLElement): HTMLElement[] {
      const named = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '');
      const byId = named.flatMap((id) => document.getElementById(id) ?? []);
      return [...byId, ...((element as HTMLInputElement).labels ?? [])];
    }
  }, TARGET_PX);
}
