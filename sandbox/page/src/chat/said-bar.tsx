import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Said } from '../state/use-press.ts';

/** What the bot said to a press, in words: announced to screen readers, and brought into view where it is below the edge. */
export function SaidBar({ said }: { readonly said: Said }) {
  return (
    <MessageBar
      ref={showIt}
      intent={said.intent}
      layout="multiline"
      role={said.intent === 'error' ? 'alert' : 'status'}
    >
      <MessageBarBody>{said.text}</MessageBarBody>
    </MessageBar>
  );
}

function showIt(bar: HTMLElement | null): void {
  bar?.scrollIntoView({ block: 'nearest' });
}
