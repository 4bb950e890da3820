import { addDays, laterDay, todayIn } from '../../../plan/calendar/dates.ts';
import { askedItems } from '../../../plan/check-in.ts';
import type { AnswerInput } from '../../../plan/content.ts';
import type { Item, Plan } from '../../../plan/plan.ts';
import type { Meeting, Owner } from '../../../plan/rows.ts';
import { TENANT } from '../../../tests/workflow/helpers/make-deps.ts';
import { answerItems } from '../../../workflow/answers/answer-items.ts';
import type { WorkflowDeps } from '../../../workflow/deps.ts';
import { draw, drawNumber, drawWeighted, type Random } from '../chance.ts';

/** Somebody whom an open check-in asks says something on a day so often. */
const SAYS_SOMETHING = 0.12;
/** What they say of an item, as often as these numbers. */
const WORDS = { 'no change': 45, later: 20, done: 20, 'waits on others': 10, 'goes on': 5 } as const;
const MOST_ITEMS = 5;
const LATEST_DAYS = 60;

/** Has people answer the open check-ins of a plan, each day some of them. Answers how many items were updated. */
export async function answerAtRandom(deps: WorkflowDeps, planId: string, random: Random): Promise<number> {
  const plan = await deps.plans.get(planId);
  if (plan === null) throw new Error(`There is no plan ${planId}.`);
  let count = 0;
  for (const meeting of plan.meetings.filter(({ state }) => state === 'Open')) {
    for (const [owner, items] of askedOf(plan, meeting, deps.clock.now())) {
      if (random() >= SAYS_SOMETHING) continue;
      const answers = items.slice(0, MOST_ITEMS).map((item) => sayOf(plan, { item, owner, random, deps }));
      const { savedCount } = await answerItems(deps, {
        actor: { tenantId: TENANT, entraObjectId: owner.entraObjectId, email: null },
        planId,
        meetingKey: meeting.key,
        submissionKey: deps.newKey(),
        answers,
      });
      count += savedCount;
    }
  }
  return count;
}

/** What nobody has answered yet, by its owner; what has no owner, or waits to be signed off, is the chair's. */
function askedOf(plan: Plan, meeting: Meeting, now: Temporal.Instant): ReadonlyMap<Owner, readonly Item[]> {
  const group = plan.groups.find(({ key }) => key === meeting.group);
  const owners = new Map(plan.owners.map((owner) => [owner.key, owner]));
  const asked = new Map<Owner, Item[]>();
  for (const { item, answer } of askedItems(plan, meeting, now)) {
    const isChairs = item.owner === null || item.stage === 'Done awaiting sign-off';
    const owner = owners.get((isChairs ? group?.chair : item.owner) ?? '');
    if (answer !== null || !owner?.entraObjectId) continue;
    asked.set(owner, [...(asked.get(owner) ?? []), item]);
  }
  return asked;
}

function sayOf(
  plan: Plan,
  {
    item,
    owner,
    random,
    deps,
  }: {
    readonly item: Item;
    readonly owner: Owner;
    readonly random: Random;
    readonly deps: Pick<WorkflowDeps, 'clock'>;
  },
): AnswerInput {
  const { ref } = item;
  const today = todayIn(deps.clock.now(), plan.settings.timeZone);
  const reason = 'The schools have asked for more time, and a day is agreed.';
  const others = plan.groups.filter(({ key }) => key !== item.group);
  if (item.stage === 'Done awaiting sign-off' && item.owner !== owner.key)
    return { ref, stage: 'Complete', note: 'Seen and agreed.' };
  switch (drawWeighted(WORDS, random)) {
    case 'no change':
      return { ref, noChange: true };
    case 'later': {
      const from = laterDay(item.forecastDue ?? today, today);
      const forecastDue = addDays(from, 7 + drawNumber(LATEST_DAYS, random));
      return { ref, stage: 'In progress', confidence: 'Amber', forecastDue, reason };
    }
    case 'done':
      return { ref, stage: 'Complete', note: 'It is done, and the group has seen it.' };
    case 'waits on others':
      if (others.length === 0) return { ref, noChange: true };
      return {
        ref,
        stage: 'Waiting on others',
        confidence: 'Red',
        waitingOn: draw(others, random).key,
        blocker: 'Nobody has said who pays for it.',
        reason,
      };
    case 'goes on':
      return { ref, stage: 'In progress', note: 'It goes on as agreed.' };
  }
}
