import { z } from 'zod';
import type { World } from '../core/world.ts';
import { requirePersona } from '../teams/client/access.ts';
import { press } from '../teams/client/press.ts';
import { submitDialog } from '../teams/client/submit-dialog.ts';
import { type Control, readBody } from './control.ts';
import type { DialogSubmitRequest, PressRequest, PressResult } from './conversation-shapes.ts';
import { inputsField, personaField, textField } from './fields.ts';

const MAX_TIMES = 50;

const pressSchema: z.ZodType<PressRequest> = z.strictObject({
  persona: personaField,
  action: textField('the title, verb or id of a button'),
  data: z.record(z.string(), z.unknown(), "an object: values the button's own data must hold").optional(),
  inputs: inputsField.optional(),
  times: z
    .int(`a whole number from 1 to ${MAX_TIMES}`)
    .min(1, 'at least 1')
    .max(MAX_TIMES, `at most ${MAX_TIMES}`)
    .optional(),
  repeatAs: z.enum(['same-id', 'new-id'], '"same-id" or "new-id"').optional(),
});
const submitSchema: z.ZodType<DialogSubmitRequest> = z.strictObject({
  persona: personaField,
  inputs: inputsField.optional(),
  action: textField("the title or id of one of the dialog's buttons").optional(),
});

/** Pressing buttons of cards and submitting dialogs. */
export function pressControls(world: World): Control[] {
  return [
    {
      method: 'POST',
      path: '/messages/:id/press',
      handler: (request) =>
        pressButton(world, { messageId: request.params.id ?? '', ...readBody(request, pressSchema) }),
    },
    {
      method: 'POST',
      path: '/dialogs/:id/submit',
      handler: (request) => {
        const { persona, inputs = {}, action } = readBody(request, submitSchema);
        return submitDialog(world, {
          dialogId: request.params.id ?? '',
          persona: requirePersona(world, persona),
          inputs,
          action,
        });
      },
    },
  ];
}

async function pressButton(
  world: World,
  {
    messageId,
    persona,
    action,
    data,
    inputs = {},
    times = 1,
    repeatAs = 'same-id',
  }: PressRequest & { messageId: string },
): Promise<PressResult> {
  const answers = await press(world, {
    messageId,
    persona: requirePersona(world, persona),
    action,
    data,
    inputs,
    times,
    repeatAs,
  });
  const [first] = answers;
  if (first === undefined) throw new Error('A press was delivered no time.');
  return answers.length > 1 ? { ...first, deliveries: answers } : first;
}
