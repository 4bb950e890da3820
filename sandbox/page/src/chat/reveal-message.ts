/** Brings a message into view, its start at the top: a long card is read from there. False when it is not on the page. */
export function scrollToMessage(messageId: string): boolean {
  const message = findMessage(messageId);
  message?.scrollIntoView({ block: 'start' });
  return message !== null;
}

/** Brings a message into view and puts the focus on it. False when it is not on the page. */
export function revealMessage(messageId: string): boolean {
  if (!scrollToMessage(messageId)) return false;
  findMessage(messageId)?.focus({ preventScroll: true });
  return true;
}

function findMessage(messageId: string): HTMLElement | null {
  return document.querySelector(`[data-message-id="${CSS.escape(messageId)}"]`);
}
