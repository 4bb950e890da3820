import { useEffect, useRef } from 'react';

/** When the dialog is gone, puts the focus back where it stood; on the message around it where a new card has taken that away. */
export function useReturnFocus(): void {
  const before = useRef(document.activeElement);
  const around = useRef(before.current?.closest<HTMLElement>('[data-message-id]') ?? null);
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
      // After the dialog has let the focus go, and a card that came with it is drawn.
      setTimeout(() => {
        if (isShown.current) return;
        const target = before.current;
        if (target instanceof HTMLElement && target.isConnected) target.focus({ preventScroll: true });
        else around.current?.focus({ preventScroll: true });
      });
    };
  }, []);
}
