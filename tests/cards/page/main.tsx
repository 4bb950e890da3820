import { FluentProvider } from '@fluentui/react-components';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CardView } from '../../../sandbox/page/src/cards/card-view.tsx';
import { THEMES, type ThemeName } from '../../../sandbox/page/src/state/theme.ts';
import { ThemeNameProvider } from '../../../sandbox/page/src/state/theme-context.ts';

/** A card with its name. */
type NamedCard = readonly [name: string, card: Readonly<Record<string, unknown>>];

declare global {
  /** Draws cards below each other as the sandbox draws them in a conversation. */
  var showCards: (cards: readonly NamedCard[], theme: ThemeName) => void;
}

const root = createRoot(document.getElementById('root') as HTMLElement);

globalThis.showCards = (cards, theme) =>
  flushSync(() =>
    root.render(
      <FluentProvider theme={THEMES[theme].fluent}>
        <ThemeNameProvider value={theme}>
          <main>
            <h1>Every card</h1>
            {cards.map(([name, card]) => (
              <section key={name} aria-label={name}>
                <CardView card={card} headingLevel={2} busy={false} onPress={() => undefined} />
              </section>
            ))}
          </main>
        </ThemeNameProvider>
      </FluentProvider>,
    ),
  );
