import type { Message } from '../../../controls/conversation-shapes.ts';
import { pressButton } from '../api/presses.ts';
import { CardView } from '../cards/card-view.tsx';
import type { Pressing } from '../state/use-press.ts';

interface MessageCardsProps {
  readonly message: Message;
  readonly personaId: string;
  readonly pressing: Pressing;
}

/** The cards of one message. */
export function MessageCards({ message, personaId, pressing }: MessageCardsProps) {
  return Object.entries(message.cards).map(([place, card]) => (
    <CardView
      // Cards have no id of their own and keep their place in the message.
      key={place}
      card={card}
      headingLevel={4}
      busy={pressing.busy && pressing.dialog === null}
      onPress={(press) => pressing.send(() => pressButton(message.id, { persona: personaId, ...press }))}
    />
  ));
}
