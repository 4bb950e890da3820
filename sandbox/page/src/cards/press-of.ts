import { type Action, type AdaptiveCard, ExecuteAction, SubmitAction } from 'adaptivecards';

/** A press as the sandbox's controls take it. */
export interface Press {
  /** Title or verb of the button. */
  readonly action: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

type DataAction = ExecuteAction | SubmitAction;

/** Whether the button sends something to the bot. */
export function isDataAction(action: Action): action is DataAction {
  return action instanceof ExecuteAction || action instanceof SubmitAction;
}

/**
 * What to send for a pressed button. Buttons are named by title; where several share it (one per row of a list) the
 * verb names them and the button's own data goes along, so that the right one is pressed.
 */
export function pressOf(card: AdaptiveCard, action: DataAction): Press {
  const title = action.title ?? '';
  const sameTitle = card.getAllActions().filter((other) => other.title === title);
  const inputs = inputsOf(card, action);
  if (title !== '' && sameTitle.length === 1) return { action: title, inputs };
  const verb = action instanceof ExecuteAction ? action.verb : undefined;
  return { action: verb || title, inputs: { ...ownData(action), ...inputs } };
}

function inputsOf(card: AdaptiveCard, action: DataAction): Record<string, unknown> {
  if (action.associatedInputs === 'none') return {};
  return Object.fromEntries(
    card.getAllInputs().flatMap((input) => (input.id ? [[input.id, String(input.value ?? '')]] : [])),
  );
}

/** `msteams` says what the button does, not what it sends. */
function ownData({ data }: DataAction): Record<string, unknown> {
  if (typeof data !== 'object' || data === null) return {};
  const { msteams: _msteams, ...own } = data as Record<string, unknown>;
  return own;
}
