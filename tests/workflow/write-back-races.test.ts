import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isHandEdit } from '../../plan/hand-edits.ts';
import { indexOf } from '../../plan/plan-index.ts';
import { countUnwritten } from '../../store/outbox.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { writeBack } from '../../workflow/lists/writing/write-back.ts';
import type { KnownRecommendation } from './helpers/plan-of.ts';
import { PLAN_ID } from './helpers/sandbox-plan.ts';
import { openWritingPlan, type WritingPlan } from './helpers/writing-plan.ts';

/** Fields that people and answers both change here; no value comes twice, so that one sees whose it is. */
const FIELDS = ['forecastDue', 'evidenceUrl', 'latestNote'] as const;
type Field = (typeof FIELDS)[number];
const COLUMN = { forecastDue: 'ForecastDue', evidenceUrl: 'EvidenceUrl', latestNote: 'LatestNote' };
const ROWS = 2;
const STEP_SECONDS = 60;
const RUNS = 15;

type Step =
  | { readonly do: 'edit'; readonly row: number; readonly field: Field }
  | { readonly do: 'answer'; readonly row: number; readonly fields: readonly Field[] }
  | { readonly do: 'read' | 'write' | 'write unheard' };

const row = fc.integer({ min: 0, max: ROWS - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('edit' as const), row, field: fc.constantFrom(...FIELDS) }),
  fc.record({
    do: fc.constant('answer' as const),
    row,
    fields: fc.subarray(['forecastDue', 'evidenceUrl'] as const),
  }),
  fc.record({ do: fc.constantFrom('read' as const, 'write' as const, 'write unheard' as const) }),
);

let plan: WritingPlan;
let rows: KnownRecommendation[];
let now = Temporal.Instant.from('2022-01-11T09:00:00Z');
let values = 0;
beforeAll(async () => {
  plan = await openWritingPlan();
  await plan.begin();
  rows = [];
  for (let count = 0; count < ROWS; count += 1) rows.push(await plan.take());
});
afterAll(() => plan?.close());

test('random edits racing random answers: no field is lost, each clash is told once, all agree at the end', async () => {
  const steps = fc.array(step, { minLength: 5, maxLength: 14 });
  await fc.assert(fc.asyncProperty(steps, play), { numRuns: RUNS, endOnFailure: true });
}, 240_000);

async function play(steps: readonly Step[]): Promise<void> {
  await plan.begin();
  const models = rows.map(({ number }) => ({ number: number ?? 0 }));
  const model = await Promise.all(models.map(async ({ number }) => modelOf(await plan.find(number))));
  const before = (await answersWritten()).length;
  let answers = 0;
  for (const one of [...steps, { do: 'write' }, { do: 'read' }, { do: 'write' }] as const) {
    now = now.add({ seconds: STEP_SECONDS });
    await plan.site.moveClock(now.toString());
    plan.deps.setClock(now.add({ milliseconds: 500 }).toString());
    await take(one, model);
    if (one.do === 'answer') answers += 1;
  }

  expect(await countUnwritten(plan.opened.database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
  expect(await answersWritten()).toHaveLength(before + answers);
  expect(await plan.site.rowsOf('Updates')).toHaveLength((await plan.now()).updates.length);
  const told = (await plan.conflicts()).flatMap(({ fields }) => fields as Clash[]);
  expect(told.map(wordsOf).toSorted()).toEqual(
    model.flatMap(({ clashes }) => clashes.map(wordsOf)).toSorted(),
  );
  for (const { number, fields } of model) {
    const mirrored = await plan.find(number);
    const there = await plan.fieldsOf(mirrored);
    for (const name of FIELDS) {
      const value = fields[name].there.value;
      expect([name, mirrored[name]]).toEqual([name, value]);
      const written = there[COLUMN[name]] ?? null;
      // SharePoint answers with the midnight that begins the day in London.
      expect(String(name === 'forecastDue' ? String(written).slice(0, 10) : written)).toBe(
        String(name === 'forecastDue' ? dayInSharePoint(value) : value),
      );
    }
    expect(there.ScheduleRag).toBe(mirrored.scheduleRag);
    // Each update tells what the one before it left, up to what stands now: so any past day can be told.
    const history = indexOf(await plan.now()).updatesOf({ list: 'Recommendations', key: mirrored.key });
    expect(history.map((update) => update.previousForecastDue).slice(1)).toEqual(
      history.map((update) => update.forecastDue).slice(0, -1),
    );
    expect((history.at(-1) ?? mirrored).forecastDue).toBe(mirrored.forecastDue);
  }
}

/** Updates in SharePoint but for those that tell of edits. */
async function answersWritten(): Promise<readonly object[]> {
  const updates = await plan.site.rowsOf('Updates');
  return updates.filter(({ AnswerId }) => !isHandEdit({ answerId: String(AnswerId) }));
}

/** What must come of it, field by field. */
interface FieldModel {
  /** What SharePoint holds, since when, and whether we wrote it. */
  there: { value: string | null; at: Temporal.Instant; ours: boolean };
  /** What SharePoint held when the mirror last took it over. */
  known: string | null;
  /** Answers that wait, oldest first; `sent`: it stood in SharePoint once, and nobody heard of it. */
  waiting: { value: string; base: string | null; at: Temporal.Instant; sent: boolean }[];
}
interface Clash {
  readonly property: string;
  readonly ours: string;
  readonly theirs: string | null;
  readonly kept: string;
}
interface RowModel {
  readonly number: number;
  readonly fields: Record<Field, FieldModel>;
  readonly clashes: Clash[];
  /** Changed in SharePoint since the mirror knew it. */
  isEdited: boolean;
  isWaiting: boolean;
}

function modelOf(known: KnownRecommendation): RowModel {
  const fieldOf = (value: string | null): FieldModel => ({
    there: { value, at: now, ours: false },
    known: value,
    waiting: [],
  });
  return {
    number: known.number ?? 0,
    fields: {
      forecastDue: fieldOf(known.forecastDue),
      evidenceUrl: fieldOf(known.evidenceUrl),
      latestNote: fieldOf(known.latestNote),
    },
    clashes: [],
    isEdited: false,
    isWaiting: false,
  };
}

async function take(one: Step, model: readonly RowModel[]): Promise<void> {
  if (one.do === 'edit') return edit(one, model);
  if (one.do === 'answer') return answer(one, model);
  if (one.do === 'read') {
    await syncIn(plan.deps, PLAN_ID);
    for (const { fields } of model)
      for (const field of Object.values(fields))
        if (field.waiting.length === 0) field.known = field.there.value;
    // What waits was said of the version known before.
    for (const each of model) if (!each.isWaiting) each.isEdited = false;
    return;
  }
  if (one.do === 'write') {
    await plan.writeLater();
    for (const each of model) if (each.isWaiting) expectWritten(each);
    return;
  }
  await writeUnheard();
  for (const each of model) if (each.isWaiting && !each.isEdited) expectSent(each);
}

async function edit({ row, field }: Step & { do: 'edit' }, model: readonly RowModel[]): Promise<void> {
  const [known, each, value] = [rows[row], model[row], newValue(field)];
  if (known === undefined || each === undefined) return;
  await plan.edit(known, { [COLUMN[field]]: field === 'forecastDue' ? `${value}T12:00:00Z` : value });
  each.fields[field].there = { value, at: now, ours: false };
  each.isEdited = true;
}

async function answer({ row, fields }: Step & { do: 'answer' }, model: readonly RowModel[]): Promise<void> {
  const [known, each] = [rows[row], model[row]];
  if (known === undefined || each === undefined) return;
  const said = Object.fromEntries(fields.map((field) => [field, newValue(field)]));
  const note = newValue('latestNote');
  await plan.answer([known], { ...said, note, reason: 'So it is' });
  for (const [field, value] of Object.entries({ ...said, latestNote: note })) {
    const { waiting, known: base } = each.fields[field as Field];
    waiting.push({ value, base: waiting.at(-1)?.value ?? base, at: now, sent: false });
  }
  each.isWaiting = true;
}

/** SharePoint takes what waits, where nobody edited the row; nobody hears of it. */
async function writeUnheard(): Promise<void> {
  plan.site.network = async (input, init) => {
    const heard = await fetch(input, init);
    if (init?.method !== 'POST') return heard;
    await heard.arrayBuffer();
    throw new TypeError('terminated');
  };
  await writeBack(plan.deps, PLAN_ID).finally(() => {
    plan.site.network = null;
  });
}

function expectSent(each: RowModel): void {
  for (const field of Object.values(each.fields)) {
    const last = field.waiting.at(-1);
    if (last === undefined) continue;
    for (const one of field.waiting) one.sent ||= one === last;
    field.there = { value: last.value, at: now, ours: true };
  }
  each.isEdited = true;
}

/** The later decision stands; nobody is told of notes, nor where theirs was made after ours stood there. */
function expectWritten(each: RowModel): void {
  for (const [name, field] of Object.entries(each.fields)) {
    const [first, last] = [field.waiting[0], field.waiting.at(-1)];
    if (first !== undefined && last !== undefined && field.there.value !== last.value) {
      const { there } = field;
      const isClash = there.value !== first.base && !there.ours && !last.sent;
      const isTheirs = last.sent || (isClash && Temporal.Instant.compare(there.at, last.at) >= 0);
      if (isClash && name !== 'latestNote') {
        const kept = isTheirs ? 'theirs' : 'yours';
        each.clashes.push({ property: name, ours: last.value, theirs: there.value, kept });
      }
      if (!isTheirs) field.there = { value: last.value, at: now, ours: true };
    }
    field.waiting = [];
    field.known = field.there.value;
  }
  each.isEdited = false;
  each.isWaiting = false;
}

const wordsOf = ({ property, ours, theirs, kept }: Clash) => `${property}: ${ours} or ${theirs}, ${kept}`;

function newValue(field: Field): string {
  values += 1;
  if (field === 'evidenceUrl') return `https://example.org/${values}`;
  if (field === 'latestNote') return `Note ${values}`;
  return Temporal.PlainDate.from('2023-01-01').add({ days: values }).toString();
}

function dayInSharePoint(day: string | null): string {
  const midnight = Temporal.PlainDate.from(day ?? '')
    .toZonedDateTime('Europe/London')
    .toInstant();
  return midnight.toString().slice(0, 10);
}
