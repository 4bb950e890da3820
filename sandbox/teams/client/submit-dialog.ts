import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { type CardAction, listActions } from '../card-walk.ts';
import type { CardJson } from '../messages.ts';
import { requireConversation, requireMember } from './access.ts';
import { buildActivity } from './activity.ts';
import { type Answer, readTaskAnswer } from './answer.ts';
import { deliverActivity } from './deliver.ts';
import { changeDialog, closeDialog, findDialog, type StoredDialog } from './dialogs.ts';
import { type ExtensionAnswer, readExtensionAnswer } from './extension-answer.ts';
import { findAction, mergeData } from './find-action.ts';
import { keepFound } from './found.ts';
import { conflict, forbidden, notFound } from './refusal.ts';
import { EXTENSION_TIMEOUT_MS } from './use-extension.ts';

export interface SubmitDialogOptions {
  readonly dialogId: string;
  readonly persona: Persona;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Title or id of the button. Absent: the dialog's first submit button. */
  readonly action?: string;
}

/**
 * Submits an open dialog as the person before whom it stands. The answer's `dialog` is what it shows next, null once it
 * has closed; a bot that failed leaves it as it was.
 * @throws RefusedError 403, 404, 409
 */
export async function submitDialog(world: World, options: SubmitDialogOptions): Promise<Answer> {
  const { persona, inputs } = options;
  const dialog = requireDialog(world, options);
  const place = requireConversation(world, dialog.conversationId);
  requireMember(place, persona);
  const button = findButton(dialog.card, options.action);
  if (button?.type === 'Action.OpenUrl')
    return { status: 200, card: null, dialog: toShown(dialog), text: null, url: button.url, raw: null };
  const data = button === undefined ? inputs : mergeData(button, inputs);
  const { command } = dialog;
  const value = { data, context: { theme: 'default' }, ...command };
  const name = command === null ? 'task/submit' : 'composeExtension/submitAction';
  const activity = buildActivity(world, { place, persona, type: 'invoke', fields: { name, value } });
  const { answer, next, cards }: ExtensionAnswer =
    command === null
      ? readTaskAnswer(await deliverActivity(world, activity))
      : readExtensionAnswer(await deliverActivity(world, activity, { timeoutMs: EXTENSION_TIMEOUT_MS }));
  if (next === 'stay') return { ...answer, dialog: toShown(dialog) };
  if (next !== 'close') return { ...answer, dialog: changeDialog(world, { id: dialog.id, content: next }) };
  closeDialog(world, dialog.id);
  if (cards === undefined) return answer;
  return { ...answer, found: keepFound(world, { personaId: persona.id, conversationId: place.id, cards }) };
}

function requireDialog(world: World, { dialogId, persona }: SubmitDialogOptions): StoredDialog {
  const dialog = findDialog(world, dialogId);
  if (dialog === undefined) throw notFound(`There is no dialog "${dialogId}".`);
  if (dialog.personaId !== persona.id) throw forbidden('This dialog stands open before somebody else.');
  if (dialog.closed) throw conflict('This dialog is closed. Press the button on the card to open it again.');
  return dialog;
}

/** Teams runs no Action.Execute in a dialog. A dialog that shows a page has no buttons: its inputs are the result. */
function findButton(card: CardJson | null, action: string | undefined): CardAction | undefined {
  if (card === null) return undefined;
  if (action !== undefined) {
    const button = findAction([card], { action });
    if (button.type === 'Action.Execute')
      throw conflict(`Teams runs no Action.Execute in a dialog, and "${action}" is one. Use Action.Submit.`);
    return button;
  }
  const submit = listActions(card).find(({ type, isEnabled }) => type === 'Action.Submit' && isEnabled);
  if (submit === undefined) throw notFound('This dialog has no button that submits it.');
  return submit;
}

function toShown({ id, title, card, url }: StoredDialog) {
  return { id, title, card, url };
}
