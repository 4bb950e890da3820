import { LINK_LIMIT, TEXT_LIMIT } from '../answers/answer-rules.ts';
import { applyDecision, type ItemChanges } from '../answers/answers.ts';
import { formatDay, todayIn } from '../calendar/dates.ts';
import { type FormProblem, IMPACT_ANSWERS, type ImpactAnswer, type ImpactInput } from '../content.ts';
import type { Stage } from '../glossary.ts';
import { groupName } from '../items.ts';
import { isDeputyOf, mayAnswer } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate, Owner, RowKey, Update } from '../rows.ts';
import { heldBack } from '../safeguarding/held-back.ts';
import { IMPACT_NAMES, impactOf, voiceOf } from './impact-due.ts';
import { isOfGroup } from './sign-off-people.ts';

/** What comes of an impact check, or why it can't be taken. */
export type ImpactOutcome =
  | {
      readonly problems: readonly FormProblem<keyof ImpactInput>[];
      readonly changes?: undefined;
      readonly update?: undefined;
    }
  | {
      readonly problems?: undefined;
      readonly changes: ItemChanges;
      readonly update: Update;
      readonly words: string;
    };

export interface ImpactGiven {
  readonly plan: Plan;
  readonly item: Item;
  readonly input: ImpactInput;
  readonly by: Owner;
  /** Names it among everything that is said. */
  readonly submissionName: string;
  readonly now: Temporal.Instant;
}

/** Why an item's impact checks are none of somebody's; `null` for those who answer for it and the group that was asked. */
export function whyNoneOfTheirs(plan: Plan, owner: Owner, item: Item): string | null {
  const isAsked = item.signOffBy !== null && isOfGroup(plan, owner, item.signOffBy);
  if (isAsked || mayAnswer(plan, owner, item.group, item)) return null;
  return 'Only its owner, members of its group and the group that signs it off can say so.';
}

/** Why somebody may not say how an impact check came out; `null` where they may. */
export function whyNotCheck(plan: Plan, owner: Owner, item: Item, today: IsoDate): string | null {
  const whyNot = whyNoneOfTheirs(plan, owner, item);
  if (whyNot !== null) return whyNot;
  const standing = impactOf(plan, item, today);
  if (standing !== null) return null;
  return item.stage === 'Complete'
    ? 'Nobody knows since when it is complete. Enter the day in its list under CompletedOn.'
    : 'Only what is complete has impact checks.';
}

/**
 * Judges an impact check. That it works needs something to show for it once a check is due, and somebody besides its
 * owner: until then it waits. Not yet waits for the next check; what no longer works is open again.
 */
export function applyImpact(given: ImpactGiven): ImpactOutcome {
  const { plan, item, input, by, now } = given;
  const today = todayIn(now, plan.settings.timeZone);
  const answer = IMPACT_ANSWERS.find((one) => one === input.answer) ?? null;
  const problems = problemsOf(given, answer, today);
  const standing = impactOf(plan, item, today);
  if (problems.length > 0 || answer === null || standing === null) return { problems };
  const isEmbedded = answer === 'It works' && isSecond(plan, by, item, standing.works);
  const stage: Stage = isEmbedded ? 'Embedded' : answer === 'It no longer works' ? 'In progress' : 'Complete';
  const voice = voiceOf(plan, by, item);
  const isReopened = answer === 'It no longer works';
  const decided = {
    plan,
    item,
    by,
    now,
    answerId: nameOf(given, answer),
    stage,
    note: isReopened ? null : wordsSaid(given, answer, voice),
    reason: isReopened ? wordsSaid(given, answer, voice) : null,
    ...(input.evidenceUrl.trim() === '' ? {} : { evidenceUrl: input.evidenceUrl.trim() }),
  };
  const { changes, update } = applyDecision(decided);
  return { changes, update: { ...update, by: voice }, words: wordsOf(item, answer, isEmbedded) };
}

/** As history has it: it begins with the group's name where nobody of it is named. */
function wordsSaid({ plan, item, input }: ImpactGiven, answer: ImpactAnswer, voice: RowKey | null): string {
  const by = voice === null ? ` by ${groupName(plan, item.signOffBy) ?? 'its group'}` : '';
  const said = input.words.trim();
  const what = `Impact check${by}: ${answer[0]?.toLowerCase()}${answer.slice(1)}`;
  return said === '' ? what : `${what}: ${said}`;
}

function nameOf({ item: { ref }, submissionName }: ImpactGiven, answer: ImpactAnswer): string {
  const kind = answer === 'It no longer works' ? 'impact/no-longer/' : IMPACT_NAMES[answer];
  return `${kind}${submissionName}/${ref.list[0]}${ref.key}`;
}

/** Whether somebody is a second person beside the owner; of what nobody owns, beside whoever said so first. */
function isSecond(plan: Plan, by: Owner, item: Item, works: Update | null): boolean {
  const { owner } = item;
  if (by.key === owner || isDeputyOf(plan, by, owner)) return false;
  return owner !== null || (works !== null && works.by !== voiceOf(plan, by, item));
}

type Problem = FormProblem<keyof ImpactInput>;

function problemsOf(
  { plan, item, input, by }: ImpactGiven,
  answer: ImpactAnswer | null,
  today: IsoDate,
): Problem[] {
  const whyNot = whyNotCheck(plan, by, item, today);
  if (whyNot !== null) return [{ field: 'ref', message: whyNot }];
  const standing = impactOf(plan, item, today);
  const words = input.words.trim();
  const link = input.evidenceUrl.trim();
  const isEarly = standing?.state === 'coming' && answer !== 'It no longer works';
  const voice = voiceOf(plan, by, item);
  const works = standing?.works ?? null;
  const isRepeated = answer === 'It works' && works !== null && works.by === voice;
  const found: (Problem | false)[] = [
    answer === null && { field: 'answer', message: `Choose one of: ${IMPACT_ANSWERS.join(', ')}.` },
    isEarly && {
      field: 'answer',
      message: `Its next impact check is on ${formatDay(standing.dueOn)}. Until then, only say if it no longer works.`,
    },
    isRepeated && {
      field: 'answer',
      message: `${voice === null ? 'Your group' : 'You'} said so already. Somebody else has to say so too.`,
    },
    words === '' &&
      (answer !== 'It works' || link === '') && { field: 'words', message: ASKS[answer ?? 'It works'] },
    words.length > TEXT_LIMIT && {
      field: 'words',
      message: `This is too long: ${words.length} characters. Keep it to ${TEXT_LIMIT}.`,
    },
    link !== '' &&
      !isLink(link) && {
        field: 'evidenceUrl',
        message: 'A link starts with https://. Words about what shows it go in the other field.',
      },
  ];
  return [
    ...found.filter((problem) => problem !== false),
    ...heldBack({ words, evidenceUrl: link }, input.checked === true, today),
  ];
}

const ASKS: Readonly<Record<ImpactAnswer, string>> = {
  'It works': 'Show that it works: say what shows it, or give a link.',
  'Not yet': 'Say what is still missing.',
  'It no longer works': 'Say why it is open again.',
};

function isLink(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text) && text.length <= LINK_LIMIT;
}

function wordsOf({ label, title }: Item, answer: ImpactAnswer, isEmbedded: boolean): string {
  const what = `${label} “${title}”`;
  if (answer === 'It no longer works') return `Recorded: ${what} is in progress again.`;
  if (answer === 'Not yet') return `Recorded: ${what} is looked at again at its next check.`;
  return isEmbedded
    ? `Recorded: ${what} is embedded.`
    : `Recorded: ${what} is embedded once somebody else says too that it works.`;
}
