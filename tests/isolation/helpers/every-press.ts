import {
  ANSWER_VERBS,
  CALENDAR_VERBS,
  DELIVERIES_VERBS,
  EXPORT_VERB,
  GROUP_VERBS,
  IMPORT_VERBS,
  LISTS_VERBS,
  MEETING_VERBS,
  PERSONAL_VERBS,
  submissionData,
} from '../../../bot/cards/submission.ts';
import { COMMANDS } from '../../../bot/handlers/commands/commands.ts';
import { execute, invoke } from '../../bot/helpers/make-activity.ts';
import type { Target } from './calls/use-case-call.ts';
import { MARK, MEETING, planIdOf } from './two-plans.ts';

type Fields = Readonly<Record<string, unknown>>;
/** Something that the parents’ group signs off. */
const DONE = { list: 'Recommendations', key: 'rec-5' } as const;
const CHOSEN = { list: 'Recommendations', key: 'rec-4' } as const;
type Press = readonly [name: string, data: Fields];

/** What any form might have held. */
const INPUTS = {
  'stage-0': 'In progress',
  'note-0': 'Written by somebody who may not',
  title: 'Added by somebody who may not',
  owner: 'owner',
  due: '2022-03-31',
  recommendation: 'rec-3',
  details: '',
  decision: 'Decided by somebody who may not',
  members: '',
  others: '',
  on: '2022-01-12',
  time: '11:00',
  item: `${CHOSEN.list}/${CHOSEN.key}`,
  'choice-1': 'rec-3',
  voices: '',
};

/** Every button of a card about a plan, as a card of that plan would carry it. */
function everyButton({ letter, outboxId, importKey, noticeId }: Target): readonly Press[] {
  const base = { planId: planIdOf(letter), submissionKey: 'pressed-by-a-stranger' };
  const ref = { list: 'Recommendations', key: 'rec-3' } as const;
  const asked = [{ ref, label: '3', shown: {} }];
  const answers = ANSWER_VERBS.map((verb) =>
    submissionData({ ...base, verb, meetingKey: MEETING, ref, asked, view: { list: 'asked', page: 1 } }),
  );
  const meetings = MEETING_VERBS.map((verb) =>
    submissionData({ ...base, verb, groupKey: 'send', meetingKey: MEETING, sure: true }),
  );
  const reminder = { plans: [planIdOf(letter)], items: ['0.0.7.rec-3'] };
  const personal = PERSONAL_VERBS.map((verb) =>
    submissionData({ ...base, verb, reminder, open: 0, ask: verb === 'say-item' ? 'give' : 'agree' }),
  );
  const lists = LISTS_VERBS.map((verb) =>
    submissionData({ ...base, verb, write: { outboxId, title: 'A write' } }),
  );
  const deliveries = DELIVERIES_VERBS.map((verb) =>
    submissionData({ ...base, verb, page: 0, delivery: { noticeId, attempt: 1 } }),
  );
  const imports = IMPORT_VERBS.map((verb) =>
    submissionData({ ...base, verb, importKey, fileName: 'plan.csv' }),
  );
  const calendars = CALENDAR_VERBS.map((verb) =>
    submissionData({ ...base, verb, draft: { draftKey: `calendar-${letter}`, fileName: 'terms.ics' } }),
  );
  const groups = GROUP_VERBS.map((verb) => {
    const groupKey = 'parents';
    const asks = [DONE, CHOSEN].map((item) => ({ ref: item, groupKey }));
    return submissionData({ ...base, verb, groupKey, asks });
  });
  const exported = submissionData({ ...base, verb: EXPORT_VERB, format: 'xlsx' });
  return [
    ...answers,
    ...meetings,
    ...personal,
    ...lists,
    ...deliveries,
    ...imports,
    ...calendars,
    ...groups,
    exported,
  ].map((data) => [data.milepost.verb, data]);
}

/** Every way in which Teams brings a button, a command or a message extension to the bot, for one plan. */
export function everyPress(target: Target): Readonly<Record<string, readonly (readonly [string, Fields])[]>> {
  const buttons = everyButton(target);
  const extension = (name: string, value: Fields) => invoke(`composeExtension/${name}`, value);
  const query = { commandId: 'findItem', parameters: [{ name: 'text', value: MARK[target.letter] }] };
  const onMessage = {
    commandId: 'addAsAction',
    messagePayload: { id: '1', body: { contentType: 'text', content: 'Words of a message' } },
  };
  return {
    'a button of Action.Execute': buttons.map(([verb, data]) => [verb, execute({ verb, data }, INPUTS)]),
    'the fall-back of such a button': buttons.map(([verb, data]) => [
      verb,
      { text: undefined, value: { ...data, ...INPUTS } },
    ]),
    'a button that opens a dialog': buttons.map(([verb, data]) => [verb, invoke('task/fetch', { data })]),
    'a button in a dialog': buttons.map(([verb, data]) => [
      verb,
      invoke('task/submit', { data: { ...data, ...INPUTS } }),
    ]),
    'a message extension': [
      ['search', extension('query', query)],
      ['add as action', extension('fetchTask', onMessage)],
      ...buttons.map(([verb, data]): [string, Fields] => [
        verb,
        extension('submitAction', { ...onMessage, data: { ...data, ...INPUTS } }),
      ]),
    ],
    'a message': COMMANDS.filter(({ names }) => names[0] !== 'help').map(({ names: [name] }) => [
      name,
      { text: `${name} Something` },
    ]),
  };
}
