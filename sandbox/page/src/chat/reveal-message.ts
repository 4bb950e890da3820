/** Brings a message into view and puts the focus on it. False when it is not on screen. */
export function revealMessage(messageId: string): boolean {
  const message = document.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"]`);
  if (message === null) return false;
  message.scrollIntoView({ block: 'start' });
  message.focus({ preventScroll: true });
  return true;
}
