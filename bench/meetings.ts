import { buildAnswerDialog } from '../bot/cards/answer-dialog.ts';
import { sizeOfCard } from '../bot/cards/card.ts';
import { buildCheckInCard } from '../bot/cards/check-in-card.ts';
import { untouched } from '../bot/cards/question-section.ts';
import { buildCheckIn, buildQuestions } from '../plan/check-in.ts';
import type { Plan } from '../plan/plan.ts';
import {
  afterAnswer,
  makeAction,
  makeGroup,
  makeMeeting,
  makeOwner,
  makePlan,
  NOW,
} from '../tests/helpers/make-plan.ts';
import type { Benchmark, Size, Table } from './benchmark.ts';
import { median, percentile } from './parts/statistics.ts';

/** A group, what it has open, and the plan around it. */
const PEOPLE = 8;
const OPEN_ITEMS = 20;
const PLAN_ITEMS = 300;
const ROUNDS: Readonly<Record<Size, number>> = { full: 400, quick: 10 };
/** As Teams counts. */
const LIMIT_BYTES = 40_000;

const NOTE =
  'The group has met and agreed the next step with everybody who has a part in it, and who tells the schools. ';

/** What it takes to make the cards of one meeting, and how large they become. */
export const meetings: Benchmark = {
  name: 'meetings',
  title: `Cards of a meeting: ${PEOPLE} people, ${OPEN_ITEMS} open items, in a plan of ${PLAN_ITEMS}`,
  run: async ({ size }) => measure(ROUNDS[size]),
};

function measure(rounds: number): Table {
  const untold = planOf(PLAN_ITEMS);
  const answered = answerHalf(untold);
  const context = {
    submissionKey: crypto.randomUUID(),
    tabLink: () => `https://teams.microsoft.com/l/entity/${'x'.repeat(120)}`,
  };
  const pagesOf = (plan: Plan) => {
    const count = buildCheckIn(plan, meeting, NOW).pageCount;
    return Array.from({ length: count }, (_, index) =>
      buildCheckInCard(
        buildCheckIn(plan, meeting, NOW, { view: { list: 'asked', page: index + 1 } }),
        context,
      ),
    );
  };
  const [owner] = untold.owners;
  if (owner === undefined) throw new Error('The plan has nobody.');
  const dialogOf = (plan: Plan) => {
    const form = buildQuestions(plan, meeting, owner, context.submissionKey, NOW);
    const content = { form, typed: [], untouched: form.questions.map(untouched), notice: null, messages: [] };
    return buildAnswerDialog(content, context);
  };
  const rows = [
    rowOf('check-in, nobody has answered', pagesOf(untold), { rounds, plan: untold, make: cardOf }),
    rowOf('check-in, a half answered', pagesOf(answered), { rounds, plan: answered, make: cardOf }),
    rowOf('form of one person', [dialogOf(untold)], { rounds, plan: untold, make: dialogOf }),
  ];
  return {
    columns: ['card', 'pages', 'median bytes of a page', 'largest', 'p50', 'p95'],
    rows: rows.map(({ cells }) => cells),
    notes: [
      `p50 and p95: from the plan as it is read, with nothing worked out before, to the card of the first page; ${rounds} times. Notes are ${NOTE.length} characters. Bytes are of UTF-16, as Teams counts; ours are to stay within ${LIMIT_BYTES}.`,
    ],
    broken: rows.flatMap(({ name, largest }) =>
      largest > LIMIT_BYTES ? [`${name}: ${largest} bytes.`] : [],
    ),
  };

  function cardOf(plan: Plan) {
    return buildCheckInCard(buildCheckIn(plan, meeting, NOW), context);
  }
}

const meeting = makeMeeting();

/** The group's items first, each asked about; the others are other groups'. */
function planOf(items: number): Plan {
  const owners = Array.from({ length: PEOPLE }, (_, index) =>
    makeOwner({
      key: `person-${index}`,
      itemId: index + 1,
      title: `Somebody with a name of length ${index}`,
    }),
  );
  const actions = Array.from({ length: items }, (_, index) =>
    makeAction({
      key: `action-${index}`,
      itemId: index + 1,
      title: `Share the draft process map number ${index} with the schools and the parents’ forum`,
      group: index < OPEN_ITEMS ? 'send' : 'data',
      owner: `person-${index % PEOPLE}`,
      latestNote: NOTE,
    }),
  );
  const groups = [makeGroup({ chair: 'person-0' }), makeGroup({ key: 'data', itemId: 2, title: 'Data' })];
  return makePlan({ owners, groups, actions, meetings: [meeting] });
}

function answerHalf(plan: Plan): Plan {
  return plan.actions.slice(0, OPEN_ITEMS / 2).reduce(
    (soFar, { key, owner }) =>
      afterAnswer(soFar, {
        ref: { list: 'Actions', key },
        by: owner ?? 'person-0',
        meeting,
        confidence: 'Amber',
        reason: NOTE,
        note: NOTE,
      }),
    plan,
  );
}

function rowOf(
  name: string,
  cards: readonly object[],
  {
    rounds,
    plan,
    make,
  }: { readonly rounds: number; readonly plan: Plan; readonly make: (plan: Plan) => unknown },
) {
  const sizes = cards.map(sizeOfCard);
  const times = Array.from({ length: rounds }, () => {
    // Another object, for which nothing has been worked out yet.
    const fresh = structuredClone(plan);
    const startedMs = performance.now();
    make(fresh);
    return performance.now() - startedMs;
  });
  const largest = Math.max(...sizes);
  const ms = (percent: number) => `${percentile(times, percent).toFixed(1)} ms`;
  return {
    name,
    largest,
    cells: [name, String(cards.length), median(sizes).toFixed(0), String(largest), ms(50), ms(95)],
  };
}
