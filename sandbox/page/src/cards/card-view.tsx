import { Spinner } from '@fluentui/react-components';
import { useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CardJson } from '../../../controls/conversation-shapes.ts';
import { usePeople } from '../state/people-context.ts';
import { useThemeName } from '../state/theme-context.ts';
import { keepTyped } from './keep-typed.ts';
import type { Press } from './press-of.ts';
import { type RenderedCard, renderCard } from './render-card.ts';
import { withSearchedChoices } from './searched-choices.ts';
import { fitToWidth, rankOfWidth } from './target-width.ts';
import './card.css';

interface CardViewProps {
  readonly card: CardJson;
  /** One below the heading the card stands under. */
  readonly headingLevel: number;
  /** A press is under way: nothing more can be pressed. */
  readonly busy: boolean;
  readonly onPress: (press: Press) => void;
}

/** One Adaptive Card. What was typed stays through a change of theme or width, and is gone when the card changes. */
export function CardView({ card, headingLevel, busy, onPress }: CardViewProps) {
  const theme = useThemeName();
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<{ json: string; rendered: RenderedCard | undefined }>(undefined);
  const rank = useWidthRank(host);
  // Messages come anew with every event; a card that reads the same is not drawn again.
  const people = usePeople();
  const json = JSON.stringify(withSearchedChoices(card, people));
  const press = useEffectEvent((pressed: Press) => {
    if (!busy) onPress(pressed);
  });
  const content = useMemo(() => JSON.parse(json) as CardJson, [json]);

  useLayoutEffect(() => {
    const typed = drawn.current?.json === json ? drawn.current.rendered?.typed() : undefined;
    const fitted = fitToWidth(typed === undefined ? content : keepTyped(content, typed), rank);
    const rendered = renderCard({ card: fitted, theme, headingLevel, onPress: (pressed) => press(pressed) });
    drawn.current = { json, rendered };
    if (host.current !== null) replaceKeepingFocus(host.current, rendered?.element ?? unreadable());
  }, [content, json, theme, rank, headingLevel]);

  return (
    <div className="sandbox-card" aria-busy={busy}>
      <div ref={host} tabIndex={-1} className="sandbox-card-host" />
      {busy && (
        <div className="sandbox-card-busy">
          <Spinner size="small" label="Sending your answer…" />
        </div>
      )}
    </div>
  );
}

function useWidthRank(host: React.RefObject<HTMLDivElement | null>): number {
  const [rank, setRank] = useState(() => rankOfWidth(window.innerWidth));
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setRank(rankOfWidth(entry.contentRect.width)));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, [host]);
  return rank;
}

/** A person who pressed a button with the keyboard stays on it, or on the card where the button is gone. */
function replaceKeepingFocus(host: HTMLElement, element: HTMLElement): void {
  const focused = host.contains(document.activeElement) ? document.activeElement : null;
  const label = focused?.textContent;
  host.replaceChildren(element);
  if (focused === null) return;
  const same = [...host.querySelectorAll('button')].find((button) => button.textContent === label);
  (same ?? host).focus();
}

function unreadable(): HTMLElement {
  const note = document.createElement('p');
  note.textContent = 'This card can’t be shown: it is not an Adaptive Card of version 1.5 or lower.';
  return note;
}
