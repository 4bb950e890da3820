import { formatShortDay } from '../calendar/dates.ts';
import { findItem, groupName, isDone } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import type { SignOff } from '../rows.ts';
import { peopleWords } from './comment-mark.ts';
import { conditionsTitle } from './sign-off.ts';
import { itemWords, outcomeOf, STILL_LOOKING, standsWords, themeOf, type Voice } from './you-said-voice.ts';

type Came = Pick<Voice, 'outcome' | 'words'>;

/** What groups did not simply agree to: their conditions, their no, and those who saw it otherwise. */
export function saidInSignOffs(plan: Plan): readonly Voice[] {
  return plan.signOffs.flatMap((row) => {
    const item = itemOf(plan, row);
    const group = groupName(plan, row.group);
    if (item === null || group === null) return [];
    const about = { key: row.key, on: row.on, theme: themeOf(plan, item) };
    const voices = row.voices ?? null;
    const who = voices === null ? group : `${group} (${peopleWords(voices)})`;
    const decided = decidedOf(plan, row, item);
    const dissent = row.dissent?.trim();
    return [
      ...(decided === null ? [] : [{ ...about, who, ...decided }]),
      ...(dissent
        ? [
            {
              ...about,
              key: `${row.key}/dissent`,
              who: `Some of ${group}`,
              said: `Of ${itemWords(item)}: ${dissent}`,
              ...ofDissent(plan, row),
            },
          ]
        : []),
    ];
  });
}

function decidedOf(plan: Plan, row: SignOff, item: Item): (Pick<Voice, 'said'> & Came) | null {
  const conditions = row.conditions?.trim();
  if (row.decision === 'Agreed with conditions') {
    const said = conditions ? `agreed on condition: ${conditions}` : 'agreed with conditions';
    return { said: `Of ${itemWords(item)}: ${said}`, ...ofConditions(plan, row, item) };
  }
  if (row.decision !== 'Not agreed') return null;
  const why = conditions ? `: ${conditions}` : '.';
  return { said: `Did not agree that ${itemWords(item)} is done${why}`, ...ofNo(plan, row, item) };
}

/** Whether conditions are met is known once the group agrees without any, or the action that they became is done. */
function ofConditions(plan: Plan, row: SignOff, item: Item): Came {
  const later = laterYes(plan, row, ['Agreed']);
  if (later !== null) return { outcome: 'did', words: `The group has agreed since${onWords(later)}.` };
  if (!isDone(item.stage)) return { outcome: outcomeOf(item), words: standsWords(plan, item) };
  const action = conditionsOf(plan, row, item);
  if (action !== null) {
    const outcome = outcomeOf(action);
    const stands = `The conditions are an action of their own. ${standsWords(plan, action)}`;
    return { outcome, words: outcome === 'looking' ? `${STILL_LOOKING} ${stands}` : stands };
  }
  return {
    outcome: 'looking',
    words: `${STILL_LOOKING} Whether the conditions are met is not recorded yet.`,
  };
}

function ofNo(plan: Plan, row: SignOff, item: Item): Came {
  const later = laterYes(plan, row, ['Agreed', 'Agreed with conditions']);
  if (later !== null)
    return { outcome: 'did', words: `It was put right, and the group has agreed since${onWords(later)}.` };
  if (!isDone(item.stage)) return { outcome: outcomeOf(item), words: standsWords(plan, item) };
  return { outcome: 'looking', words: `${STILL_LOOKING} The group has not agreed since.` };
}

/** Whoever saw it otherwise is answered once the group agrees again and nobody does. */
function ofDissent(plan: Plan, row: SignOff): Came {
  const later = laterYes(plan, row, ['Agreed'], (yes) => !yes.dissent?.trim());
  if (later !== null)
    return {
      outcome: 'did',
      words: `The group has agreed since, and nobody saw it otherwise${onWords(later)}.`,
    };
  const most = row.decision === null || row.decision === 'Not agreed' ? 'did not agree' : 'agreed';
  return {
    outcome: 'looking',
    words: `${STILL_LOOKING} The group as a whole ${most}; what they said is kept with it.`,
  };
}

/** The same group's yes to the same item after a day; rows come in the order of their days. */
function laterYes(
  plan: Plan,
  row: SignOff,
  decisions: readonly SignOff['decision'][],
  isMeant: (yes: SignOff) => boolean = () => true,
): SignOff | null {
  const after = plan.signOffs.slice(plan.signOffs.indexOf(row) + 1);
  return (
    after.find(
      (yes) =>
        yes.itemList === row.itemList &&
        yes.itemKey === row.itemKey &&
        yes.group === row.group &&
        decisions.includes(yes.decision) &&
        isMeant(yes),
    ) ?? null
  );
}

/** The action that conditions with a day became: it has their words, see `applySignOff`. */
function conditionsOf(plan: Plan, { conditions }: SignOff, { label }: Item): Item | null {
  const made = plan.actions.find(
    ({ title, details }) => details === conditions && title.startsWith(conditionsTitle(label, '')),
  );
  return made === undefined ? null : findItem(plan, { list: 'Actions', key: made.key });
}

function onWords({ on }: SignOff): string {
  return on === null ? '' : `, on ${formatShortDay(on)}`;
}

function itemOf(plan: Plan, { itemList, itemKey }: SignOff): Item | null {
  return itemList === null || itemKey === null ? null : findItem(plan, { list: itemList, key: itemKey });
}
