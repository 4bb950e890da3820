import {
  type Action,
  AdaptiveCard,
  GlobalRegistry,
  GlobalSettings,
  OpenUrlAction,
  SerializationContext,
  Table,
  Versions,
} from 'adaptivecards';
import type { CardJson } from '../../../controls/conversation-shapes.ts';
import { followLink } from '../state/follow-link.ts';
import type { ThemeName } from '../state/theme.ts';
import { ChoicePicker } from './choice-picker.ts';
import { hostConfigOf } from './host-config.ts';
import { renderCardMarkdown } from './markdown.ts';
import { openOverflowMenu } from './overflow-menu.ts';
import { isDataAction, type Press, pressOf } from './press-of.ts';
import { PICKER_INPUT } from './searched-choices.ts';

export interface RenderOptions {
  readonly card: CardJson;
  readonly theme: ThemeName;
  readonly headingLevel: number;
  readonly onPress: (press: Press) => void;
}

/** A card on screen: its element, and what was typed in it so far by input id. */
export interface RenderedCard {
  readonly element: HTMLElement;
  readonly typed: () => Readonly<Record<string, string>>;
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = renderCardMarkdown(text);
  result.didProcess = true;
};
AdaptiveCard.onDisplayOverflowActionMenu = (actions, opener) => {
  if (opener !== undefined) openOverflowMenu(actions, opener);
  return opener !== undefined;
};
GlobalSettings.setTabIndexAtCardRoot = false;
// The library registers tables where a bundler does not look; without this line they would not be drawn.
GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5);
GlobalRegistry.defaultElements.register(PICKER_INPUT, ChoicePicker, Versions.v1_5);

/**
 * Draws a card as a host of version 1.5 does: elements it doesn't know (charts among them) show their fallback.
 * Undefined when the JSON is no card.
 */
export function renderCard({
  card: json,
  theme,
  headingLevel,
  onPress,
}: RenderOptions): RenderedCard | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfigOf(theme, headingLevel);
  card.onExecuteAction = (action) => execute({ card, action, onPress });
  card.onAnchorClicked = (_element, anchor) => followLink(anchor.href);
  card.parse(withMentionsAsText(json), new SerializationContext(Versions.v1_5));
  const element = card.render();
  if (element === undefined) return undefined;
  labelPlainInputs(element);
  return {
    element,
    typed: () =>
      Object.fromEntries(
        card.getAllInputs().flatMap((input) => (input.id ? [[input.id, String(input.value ?? '')]] : [])),
      ),
  };
}

function execute({
  card,
  action,
  onPress,
}: {
  card: AdaptiveCard;
  action: Action;
  onPress: RenderOptions['onPress'];
}) {
  if (action instanceof OpenUrlAction) followLink(action.url ?? '');
  else if (isDataAction(action)) onPress(pressOf(card, action));
}

/** `<at>SEND group chair</at>` names a person; Teams shows the name. */
function withMentionsAsText(json: CardJson): CardJson {
  const text = JSON.stringify(json).replaceAll(/<at>(.*?)<\/at>/g, '**$1**');
  return JSON.parse(text) as CardJson;
}

/**
 * The renderer gives some inputs no name: where one is searched in a list, it names the box around it; where there is
 * no label, the placeholder is what a person reads.
 */
function labelPlainInputs(element: HTMLElement): void {
  for (const input of element.querySelectorAll('input, textarea, select')) {
    if (['aria-label', 'aria-labelledby'].some((name) => input.getAttribute(name))) continue;
    const label = input.closest('[aria-labelledby]')?.getAttribute('aria-labelledby');
    const placeholder = input.getAttribute('placeholder');
    if (label) input.setAttribute('aria-labelledby', label);
    else if (placeholder) input.setAttribute('aria-label', placeholder);
  }
}
