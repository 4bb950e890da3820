import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../sandbox/controls/conversation-shapes.ts';
import { readDirectory } from '../sandbox/core/directory.ts';
import { createRandom } from '../sandbox/core/random.ts';
import type { Benchmark, RunOptions, Size } from './benchmark.ts';
import { type Answerer, openForms } from './parts/answering.ts';
import { checkEnd } from './parts/check-end.ts';
import { findCheckIn } from './parts/check-in.ts';
import { withDatabase } from './parts/database.ts';
import { deliverUntilAccepted, type Seen } from './parts/deliver.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { fetchJson } from './parts/json.ts';
import { gatherPersonas } from './parts/people.ts';
import { COURSES, type Judged, judgeRace, type Race } from './parts/race.ts';
import { openSite, type Site } from './parts/site.ts';
import { openTeamsTokens } from './parts/teams-tokens.ts';
import { type Outcome, runTrial } from './parts/trial.ts';

const SIZES: Readonly<
  Record<Size, { readonly people: number; readonly itemsEach: number; readonly rounds: number }>
> = {
  full: { people: 10, itemsEach: 4, rounds: 5 },
  quick: { people: 10, itemsEach: 2, rounds: 2 },
};
/** Who types into the lists. */
const EDITOR = 'plan-manager';
/** How far apart an answer and an edit are at most; an answer is written a third of a second after it was given. */
const SPREAD_MS = 2_500;
/** How far in half of the races, so that neither sees the other. */
const NEAR_MS = 300;
/** Every day that is said or typed is another one, so that each is recognised; these are far from the sample plan's. */
const FIRST_DAY = Temporal.PlainDate.from('2023-01-01');
/** In the words that a card about a clash shows where cards cannot be drawn. */
const CLASH_WORDS = 'Also changed in SharePoint';

/** Whether an answer and an edit by hand of the same row both survive, and people are told where they cannot. */
export const races: Benchmark = {
  name: 'races',
  title: 'Edits by hand racing answers on the same rows',
  run: (options) =>
    runTrial(options, {
      columns: [
        'races',
        ...COURSES,
        'fields lost',
        'clashes told',
        'untold',
        'told for nothing',
        'values that differ',
      ],
      notes: [
        `In each race one person answers about an action (day and note) and the plan manager types into its row in SharePoint, in half of the races the same day's column, up to ${SPREAD_MS / 1_000} s before or after, in half of them up to ${NEAR_MS / 1_000} s. How each race went is judged from the row's versions.`,
        'Told: a clash that the ledger and the person’s own chat hold once.',
      ],
      measure: (database) => withInstallation({ database }, (installation) => measure(installation, options)),
    }),
};

interface Runner {
  readonly id: string;
  readonly chatId: string;
  readonly answerer: Answerer;
  readonly itemIds: readonly number[];
}

async function measure(installation: Installation, { size, seed }: RunOptions): Promise<Outcome> {
  const { sandboxUrl } = installation;
  const [site, byHand] = await Promise.all([openSite(sandboxUrl), openSite(sandboxUrl, EDITOR)]);
  const runners = await gatherRunners(installation, site, size);
  const random = createRandom(seed);
  const days = daysFrom(FIRST_DAY);
  const seen: Seen = { accepted: [], failedDeliveries: 0 };
  const judged: Judged[] = [];
  for (let round = 0; round < SIZES[size].rounds; round += 1) {
    const run = await Promise.all(
      runners.flatMap((runner) =>
        runner.itemIds.map((itemId) =>
          race(runner, {
            itemId,
            answered: days.next().value,
            typed: days.next().value,
            isSameField: random() < 0.5,
            offsetMs: (random() * 2 - 1) * (random() < 0.5 ? SPREAD_MS : NEAR_MS),
            installation,
            byHand,
            seen,
          }),
        ),
      ),
    );
    await installation.moveClock('PT0S');
    judged.push(...(await judgeAll(site, run)));
  }

  // People are told in the round after the one in which their answers were written.
  await installation.moveClock('PT0S');
  const cards = await countClashCards(installation, runners);
  const end = await checkEnd(installation, site, { submitted: seen.accepted, accepted: seen.accepted });
  const told = await withDatabase(installation, (database) => database.query<ToldClash>(TOLD_CLASHES));
  const clashes = judged.filter(({ course }) => course.startsWith('clash'));
  const timesTold = (clash: Judged) =>
    told.filter(
      ({ key, ours, theirs, kept }) =>
        key === String(clash.itemId) &&
        ours === clash.answered &&
        theirs === clash.edited.value &&
        kept === (clash.course === 'clash, answer stands' ? 'yours' : 'theirs'),
    ).length;
  const untold = clashes.filter((clash) => timesTold(clash) !== 1);
  const faults = judged.flatMap(({ itemId, fault }) =>
    fault === null ? [] : [`Action ${itemId}: ${fault}.`],
  );
  return {
    rows: [
      [
        judged.length,
        ...COURSES.map((course) => judged.filter((one) => one.course === course).length),
        faults.length,
        clashes.length - untold.length,
        untold.length,
        told.length - clashes.length + untold.length,
        end.differences.length,
      ].map(String),
    ],
    notes: [],
    broken: [
      ...faults.slice(0, 10),
      ...untold.map(
        (clash) => `Action ${clash.itemId}, ${clash.course}: told ${timesTold(clash)} times, not once.`,
      ),
      ...(told.length > clashes.length ? [`${told.length} clashes told, ${clashes.length} happened.`] : []),
      ...(cards === clashes.length
        ? []
        : [`${cards} cards about clashes stand in people’s chats, ${clashes.length} should.`]),
      ...end.broken,
    ],
  };
}

async function gatherRunners(installation: Installation, site: Site, size: Size): Promise<readonly Runner[]> {
  const { serverUrl, sandboxUrl } = installation;
  const { people: count, itemsEach } = SIZES[size];
  const checkIn = await findCheckIn(sandboxUrl);
  const { groupName } = checkIn;
  const people = await gatherPersonas(installation, { site, count, itemsEach, groupName });
  const issueToken = await openTeamsTokens(installation);
  return Promise.all(
    people.map(async (person) => ({
      id: person.id,
      chatId: person.chatId,
      itemIds: person.itemIds,
      answerer: await openForms(person, { serverUrl, sandboxUrl, checkIn, issueToken }),
    })),
  );
}

function* daysFrom(first: Temporal.PlainDate): Generator<string, never> {
  for (let day = first; ; day = day.add({ days: 1 })) yield day.toString();
}

async function race(
  { id: personId, answerer }: Runner,
  {
    itemId,
    answered,
    typed,
    isSameField,
    offsetMs,
    installation: { serverUrl },
    byHand,
    seen,
  }: {
    readonly itemId: number;
    readonly answered: string;
    readonly typed: string;
    readonly isSameField: boolean;
    /** The answer comes so much after the edit; before it where that is negative. */
    readonly offsetMs: number;
    readonly installation: Installation;
    readonly byHand: Site;
    readonly seen: Seen;
  },
): Promise<Race> {
  const index = answerer.asked.indexOf(`Actions/${itemId}`);
  const inputs = { forecastDue: answered, reason: 'The date has been agreed anew.' };
  const submission = answerer.next('dialog', { index, inputs });
  const edited: Race['edited'] = isSameField
    ? { column: 'ForecastDue', value: typed }
    : { column: 'Details', value: `Typed by hand: ${typed}.` };
  const value = isSameField ? `${typed}T12:00:00Z` : edited.value;
  await Promise.all([
    sleep(Math.max(0, offsetMs)).then(() => deliverUntilAccepted(submission, { serverUrl, seen })),
    sleep(Math.max(0, -offsetMs)).then(() => byHand.editRow('Actions', itemId, { [edited.column]: value })),
  ]);
  const { submissionKey, note } = submission;
  return { itemId, personId, submissionKey, note, answered, edited };
}

async function judgeAll(site: Site, run: readonly Race[]): Promise<readonly Judged[]> {
  const { timeZone } = readDirectory().site;
  const updates = await site.readRows('Updates');
  const judged: Judged[] = [];
  for (const one of run) {
    const versions = await site.readVersions('Actions', one.itemId);
    const update = updates.find(({ AnswerId }) => String(AnswerId).split('/').includes(one.submissionKey));
    judged.push(judgeRace(one, { versions, update, timeZone }));
  }
  return judged;
}

/** A clash as Milepost noted it, and told its person. */
interface ToldClash {
  readonly key: string;
  readonly ours: string;
  readonly theirs: string;
  readonly kept: 'yours' | 'theirs';
}

const TOLD_CLASHES = `
  SELECT c.key, f->>'ours' AS ours, f->>'theirs' AS theirs, f->>'kept' AS kept
  FROM row_conflict c, jsonb_array_elements(c.fields) f
  WHERE f->>'property' = 'forecastDue'`;

/** Cards about clashes in people's own chats. */
async function countClashCards({ sandboxUrl }: Installation, runners: readonly Runner[]): Promise<number> {
  const chats = await Promise.all(
    runners.map(({ chatId }) =>
      fetchJson<Message[]>(`${sandboxUrl}/sandbox/conversations/${encodeURIComponent(chatId)}/messages`),
    ),
  );
  return chats.flat().filter(({ cards }) => JSON.stringify(cards).includes(CLASH_WORDS)).length;
}
