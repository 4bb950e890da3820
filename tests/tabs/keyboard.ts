import type { Frame, Locator, Page } from 'playwright-core';

/** More stops than any page has. */
const MOST_STOPS = 400;

/** A person who has nothing but a keyboard, and looks where the focus is at every stop. */
export interface Keyboard {
  /** Presses Tab, or Shift+Tab, until the focus is where it is wanted. @throws Error when it comes by nothing of the kind */
  tabTo(wanted: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Stops at which the focus could not be seen. */
  readonly lost: readonly string[];
}

export function keyboardOf(page: Page, tab: Frame): Keyboard {
  const lost = new Set<string>();
  return {
    async tabTo(wanted, key = 'Tab') {
      for (let stop = 0; stop < MOST_STOPS; stop += 1) {
        await page.keyboard.press(key);
        const fault = await focusFault(tab);
        if (fault !== null) lost.add(fault);
        if ((await wanted.count()) > 0 && (await wanted.first().evaluate(hasFocus))) return;
      }
      throw new Error(`${MOST_STOPS} stops, and none was ${wanted}`);
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    get lost() {
      return [...lost];
    },
  };
}

const hasFocus = (element: Element) => element === document.activeElement;

/** Why whoever looks does not see where the focus is; `null` when they do, or when it is outside the tab. */
function focusFault(tab: Frame): Promise<string | null> {
  return tab.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement || focused instanceof SVGElement) || focused === document.body)
      return null;
    /** How the element is drawn, and what is drawn around it and in it. */
    const look = () =>
      [focused, focused.parentElement, focused.parentElement?.parentElement, ...focused.querySelectorAll('*')]
        .flatMap((part) => (part ? [undefined, '::before', '::after'].map((of) => [part, of] as const) : []))
        .map(([part, of]) => {
          const style = getComputedStyle(part, of);
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, transform, stroke } =
            style;
          return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, transform, stroke].join();
        })
        .join();
    const { top, left, right, bottom } = focused.getBoundingClientRect();
    const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
    const isInSight = places.some(([x, y]) => {
      const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      return (
        hit !== null && (focused.contains(hit) || hit.contains(focused) || hit.closest('label') !== null)
      );
    });
    const name = focused.outerHTML.slice(0, 160);
    if (!isInSight) return `obscured: ${name}`;
    // Once for each: a field of several parts would go back to its first for ever.
    globalThis.looked ??= new WeakSet();
    if (globalThis.looked.has(focused)) return null;
    globalThis.looked.add(focused);
    const withFocus = look();
    focused.blur();
    const without = look();
    focused.focus({ preventScroll: true });
    return withFocus === without ? `looks as without focus: ${name}` : null;
  });
}

declare global {
  /** Of the tab: what was looked at, with the focus and without. */
  var looked: WeakSet<Element> | undefined;
}
