import { useRef, useState } from 'react';
import type { Dialog, PressResult } from '../../../controls/conversation-shapes.ts';
import type { Found } from '../../../controls/extension-shapes.ts';
import { wordsOf } from '../api/request.ts';
import { followLink } from './follow-link.ts';

/** What the bot said to a press, for the person. */
export interface Said {
  readonly intent: 'error' | 'info';
  readonly text: string;
}

export interface Pressing {
  readonly busy: boolean;
  readonly said: Said | undefined;
  /** The dialog the last press opened or left open. */
  readonly dialog: Dialog | null;
  /** What the app last offered to post. */
  readonly found: Found | undefined;
  readonly send: (ask: () => Promise<PressResult>) => void;
  readonly closeDialog: () => void;
  readonly closeFound: () => void;
}

const REFUSED_FROM = 400;

/**
 * The last press, and what came of it; an answer that comes after a later press is dropped. A failure keeps the dialog
 * that stood open, so that nothing typed is lost.
 */
export function usePress(onAnswered: () => void): Pressing {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [found, setFound] = useState<Found>();
  const newest = useRef(0);

  const take = (result: PressResult) => {
    const isRefused = result.status >= REFUSED_FROM;
    const text =
      result.text ?? (isRefused ? `Milepost answered with the error ${result.status}.` : undefined);
    setSaid(text === undefined ? undefined : { intent: isRefused ? 'error' : 'info', text });
    if (!isRefused) {
      setDialog(result.dialog);
      setFound(result.found);
    }
    if (result.url !== undefined) followLink(result.url);
  };
  const send = (ask: () => Promise<PressResult>) => {
    setBusy(true);
    setSaid(undefined);
    newest.current += 1;
    const turn = newest.current;
    ask()
      .then(
        (result) => turn === newest.current && take(result),
        (error: unknown) => turn === newest.current && setSaid({ intent: 'error', text: wordsOf(error) }),
      )
      .finally(() => {
        if (turn === newest.current) setBusy(false);
        onAnswered();
      });
  };
  const closeDialog = () => {
    setDialog(null);
    setSaid(undefined);
  };
  return { busy, said, dialog, found, send, closeDialog, closeFound: () => setFound(undefined) };
}
