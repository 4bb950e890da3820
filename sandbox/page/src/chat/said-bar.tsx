import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Said } from '../state/use-press.ts';

/** What the bot said to a press, in words, announced to screen readers. */
export function SaidBar({ said }: { readonly said: Said }) {
  return (
    <MessageBar intent={said.intent} layout="multiline" role={said.intent === 'error' ? 'alert' : 'status'}>
      <MessageBarBody>{said.text}</MessageBarBody>
    </MessageBar>
  );
}
