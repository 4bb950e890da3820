import type { Stage } from '../glossary.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, RowKey, Update } from '../rows.ts';

/** Whom an item waits on, and what is in the way. */
export interface Waits {
  /** `null` where it waits on no group, or on one that nobody named. */
  readonly waitingOn: RowKey | null;
  readonly blocker: string | null;
}

/**
 * The group that words about a blocker name: `Finance group has not said who funds it`, `Finance: …`. What they
 * begin with counts first, then the longest name; the item's own group is never meant. `null` when no group is named.
 */
export function groupNamedIn(
  plan: Pick<Plan, 'groups'>,
  words: string | null,
  ownGroup: RowKey | null,
): RowKey | null {
  if (words === null) return null;
  return allNamedIn(plan.groups, words.toLowerCase()).find((key) => key !== ownGroup) ?? null;
}

/** By the groups of a plan: those that are called something, the longest name first, and what each text names. */
const namesByGroups = new WeakMap<
  readonly Group[],
  { readonly titled: readonly Group[]; readonly named: Map<string, readonly RowKey[]> }
>();

/** Every group that a text names, whom it means first. Many updates of a plan say the same words. */
function allNamedIn(groups: readonly Group[], text: string): readonly RowKey[] {
  const names = namesByGroups.get(groups) ?? {
    titled: groups
      .filter(({ title }) => title.trim() !== '')
      .toSorted((one, other) => other.title.length - one.title.length),
    named: new Map<string, readonly RowKey[]>(),
  };
  namesByGroups.set(groups, names);
  const known = names.named.get(text);
  if (known) return known;
  const found = [beginsWith, isNamed].flatMap((means) =>
    names.titled.filter((group) => means(text, group)).map(({ key }) => key),
  );
  names.named.set(text, found);
  return found;
}

/**
 * Who an item waits on after an answer. A group that was chosen counts; else one that new words about the blocker
 * name; else it is as it was.
 * @param said.waitingOn the key chosen, `null` for none; absent where nothing was chosen
 * @param said.blocker the new words, `null` for none; absent where nothing was said
 */
export function waitsAfter(
  plan: Plan,
  item: Item,
  said: { readonly waitingOn?: RowKey | null; readonly blocker?: string | null },
): Waits {
  if (said.waitingOn === undefined) {
    const named = said.blocker === undefined ? null : groupNamedIn(plan, said.blocker, item.group);
    const blocker = said.blocker === undefined ? item.blocker : said.blocker;
    return { waitingOn: named ?? item.waitingOn, blocker };
  }
  return {
    waitingOn: said.waitingOn,
    blocker: said.blocker === undefined ? wordsBeside(plan, item) : said.blocker,
  };
}

/**
 * Both in one text, for lists that have a column for words only: `Finance: who pays`. `groupNamedIn` finds the
 * group in it again.
 */
export function recordOfWaits(
  plan: Pick<Plan, 'groups'>,
  { waitingOn, blocker }: Waits,
  ownGroup: RowKey | null,
): string | null {
  const name = plan.groups.find(({ key }) => key === waitingOn)?.title.trim();
  if (!name || groupNamedIn(plan, blocker, ownGroup) === waitingOn) return blocker;
  return blocker === null ? name : `${name}: ${blocker}`;
}

/** Who an item waits on by its last update, for lists that have no column for it. */
export function waitsIn(
  plan: Plan,
  last: Pick<Update, 'blocker'> | undefined,
  stage: Stage | null,
  ownGroup: RowKey | null,
): Waits {
  const blocker = last?.blocker ?? null;
  const waitingOn = stage === 'Waiting on others' ? groupNamedIn(plan, blocker, ownGroup) : null;
  return { waitingOn, blocker: wordsBeside(plan, { waitingOn, blocker }) };
}

/** What is in the way, without the name of the group in front that is shown beside it. */
export function wordsBeside(plan: Plan, { waitingOn, blocker }: Waits): string | null {
  const group = waitingOn === null ? undefined : indexOf(plan).groups.get(waitingOn);
  if (group === undefined || blocker === null) return blocker;
  const words = blocker.trim();
  const rests = callings(group).map((called) => restAfter(words, called));
  if (rests.includes('')) return null;
  const rest = rests.find((one) => one !== null && SEPARATOR.test(one));
  return rest ? rest.replace(SEPARATOR, '') || null : blocker;
}

/** What stands between the name of a group and what is said of it. */
const SEPARATOR = /^\s*[:,]\s*/;

/** What a group is called in words, in small letters. */
function callings({ title }: Group): readonly string[] {
  const name = title.trim().toLowerCase();
  return [name, `${name} group`, `${name} team`];
}

function restAfter(text: string, called: string): string | null {
  return text.toLowerCase().startsWith(called) ? text.slice(called.length) : null;
}

function beginsWith(text: string, group: Group): boolean {
  return callings(group).some((called) => text === called || SEPARATOR.test(restAfter(text, called) ?? ''));
}

/** A bare name counts only at the start: "data" in a sentence is seldom the Data group. */
function isNamed(text: string, group: Group): boolean {
  const [name = '', ...withKind] = callings(group);
  if (name.includes(' ')) return text.includes(name);
  return withKind.some((called) => startsAtWord(text, called));
}

function startsAtWord(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at === 0 || (at > 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)));
}
