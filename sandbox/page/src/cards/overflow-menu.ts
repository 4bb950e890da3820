import type { Action } from 'adaptivecards';

/**
 * Opens the buttons that a card holds back (`mode: secondary`) below its "…". Stands inside the card, so that the focus
 * stays within a dialog around it.
 */
export function openOverflowMenu(actions: readonly Action[], opener: HTMLElement): void {
  const card = opener.closest('.sandbox-card-host');
  if (card === null) return;
  const menu = document.createElement('div');
  menu.className = 'sandbox-card-menu';
  menu.role = 'menu';
  const remove = () => {
    menu.remove();
    opener.ariaExpanded = 'false';
  };
  const close = () => {
    opener.focus();
    remove();
  };
  const items = actions.map((action) => toItem(action, close));
  menu.append(...items);
  menu.addEventListener('keydown', (event) => onKey(event, { items, close }));
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    // A moment later: the menu may be on its way out already, with the card around it.
    if (!menu.contains(relatedTarget as Node | null)) queueMicrotask(remove);
  });
  card.append(menu);
  placeBelow(menu, { opener: opener.getBoundingClientRect(), card: card.getBoundingClientRect() });
  opener.ariaExpanded = 'true';
  items[0]?.focus();
}

/** Never past the card's right edge: a phone has no room there. */
function placeBelow(menu: HTMLElement, { opener, card }: { opener: DOMRect; card: DOMRect }): void {
  menu.style.top = `${opener.bottom - card.top}px`;
  menu.style.left = `${Math.max(0, Math.min(opener.left - card.left, card.width - menu.offsetWidth))}px`;
  menu.scrollIntoView({ block: 'nearest' });
}

function toItem(action: Action, close: () => void): HTMLButtonElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.role = 'menuitem';
  item.textContent = action.title ?? '';
  item.disabled = !action.isEnabled;
  item.addEventListener('click', () => {
    close();
    action.execute();
  });
  return item;
}

function onKey(
  event: KeyboardEvent,
  { items, close }: { items: readonly HTMLElement[]; close: () => void },
): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined && event.key !== 'Escape') return;
  event.preventDefault();
  // Escape closes the menu, not the dialog around it.
  event.stopPropagation();
  if (step === undefined) {
    close();
    return;
  }
  const place = items.indexOf(document.activeElement as HTMLElement);
  items[(place + step + items.length) % items.length]?.focus();
}
