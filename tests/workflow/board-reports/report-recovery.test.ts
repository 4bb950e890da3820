import { expect, test } from '@jest/globals';
import { makeReportParts } from '../../../workflow/board-reports/parts/make-parts.ts';
import { recoverReports } from '../../../workflow/board-reports/recovery/recover-reports.ts';
import { deliverNotices } from '../../../workflow/notices/deliver-notices.ts';
import { AUTHOR, BOARD_CHAIR, DIRECTOR, OWNER, PLAN } from './board-plan.ts';
import { refusedWith } from './memory-documents.ts';
import {
  ask,
  deps,
  documents,
  draft,
  editRows,
  opened,
  openReportDesk,
  planNow,
  post,
  save,
  useCases,
  view,
} from './report-desk.ts';

openReportDesk();

const RECORD = 'Board reports/Records/report_3a_board_3a_2022-02-14 v1.json';

/** Posts two versions with all their documents, and loses what only the database knows of them. */
async function postAndLose(): Promise<void> {
  await draft();
  await save(AUTHOR, 'Agree the budget.');
  await useCases.approveReport(ask(DIRECTOR));
  await post();
  await useCases.correctReport({
    ...ask(BOARD_CHAIR),
    words: 'Another sum.',
    submissionKey: 'correct-it-now',
  });
  await save(AUTHOR, 'Agree the other budget.', { version: 1 });
  await useCases.approveReport(ask(DIRECTOR));
  await post('post-the-second');
  await deliverNotices(deps);
  await makeReportParts(deps, PLAN.id);
  before = { first: await view(OWNER, 1), second: await view(OWNER) };
  for (const table of ['report_version', 'report_part', 'report_edit', 'notice'])
    await opened.database.query(`DELETE FROM ${table}`);
  await editRows('Owners', []);
}
let before: {
  readonly first: Awaited<ReturnType<typeof view>>;
  readonly second: Awaited<ReturnType<typeof view>>;
};

const recover = async () => recoverReports(deps, await planNow());
const waitIsOver = () => opened.database.query('UPDATE report_unknown SET not_before = now()');
/** What is said to somebody who opens the report. */
const words = () =>
  view(OWNER).then(
    () => null,
    ({ userMessage }: { userMessage: string }) => userMessage,
  );

test('a lost database gets every version back as it was posted, and sends and makes nothing again', async () => {
  await postAndLose();
  const uploads = documents.uploads.length;
  expect(await words()).toContain('is being read');
  expect(await recover()).toBe(1);
  expect(await recover()).toBe(0);
  const [first, second] = [await view(OWNER, 1), await view(OWNER)];
  for (const [then, now] of [
    [before.first, first],
    [before.second, second],
  ] as const) {
    expect([now.paper, now.note, now.easyRead, now.data, now.sections]).toEqual([
      then.paper,
      then.note,
      then.easyRead,
      then.data,
      then.sections,
    ]);
    expect(now.versions.map(({ parts: _parts, ...version }) => version)).toEqual(
      then.versions.map(({ parts: _parts, ...version }) => version),
    );
  }
  expect(second.versions[0]?.parts.map(({ state }) => state)).toEqual(Array(6).fill('done'));
  expect(await makeReportParts(deps, PLAN.id)).toBe(0);
  await deliverNotices(deps);
  expect(documents.uploads).toHaveLength(uploads);
  expect(deps.messenger.of('board-summary')).toHaveLength(2);
  // It goes on from there: the next correction begins with the words of the last.
  await useCases.correctReport({
    ...ask(BOARD_CHAIR),
    words: 'Once more.',
    submissionKey: 'correct-it-again',
  });
  const open = await view(AUTHOR);
  expect(open.sections.find(({ id }) => id === 'asked')?.edit?.words).toBe('Agree the other budget.');
});

test.each([
  [
    'changed by hand',
    (text: string) => text.replaceAll('Agree the budget.', 'Agree nothing.'),
    'changed by hand',
  ],
  ['cut short', (text: string) => text.slice(0, 400), 'cannot be read'],
  ['of another kind', () => '{"format": "something"}', 'cannot be read'],
])(
  'a record that was %s is refused in words, and the report shows nothing else',
  async (_how, change, said) => {
    await postAndLose();
    const text = new TextDecoder().decode(documents.files.get(RECORD));
    documents.files.set(RECORD, new TextEncoder().encode(change(text)));
    expect(await recover()).toBe(0);
    expect(await words()).toContain(said);
    const reads = { count: 0 };
    const { read } = documents;
    documents.read = (...ask) => {
      reads.count += 1;
      return read(...ask);
    };
    // It is not read again every minute; put right, it is taken.
    expect([await recover(), reads.count]).toEqual([0, 0]);
    documents.files.set(RECORD, new TextEncoder().encode(text));
    await waitIsOver();
    expect(await recover()).toBe(1);
    expect(await words()).toBeNull();
  },
);

test('the record of another report, put in its place, is refused', async () => {
  await postAndLose();
  const second = documents.files.get(RECORD.replace('v1', 'v2'));
  if (second === undefined) throw new Error('no second record');
  documents.files.set(RECORD, second);
  expect(await recover()).toBe(0);
  expect(await words()).toContain('of another report');
});

test('without a record the words say what to do; out of reach it is tried again soon', async () => {
  await postAndLose();
  const { read } = documents;
  documents.read = () => Promise.reject(refusedWith(503));
  expect(await recover()).toBe(0);
  expect(await words()).toContain('tried again by itself');
  documents.read = read;
  documents.files.clear();
  await waitIsOver();
  expect(await recover()).toBe(0);
  expect(await words()).toContain('set its State to Draft');
});

test('written anew by something that orders JSON otherwise, a record is still what was posted', async () => {
  await postAndLose();
  const record = JSON.parse(new TextDecoder().decode(documents.files.get(RECORD))) as Record<string, unknown>;
  const turned = Object.fromEntries(Object.entries(record).toReversed());
  documents.files.set(RECORD, new TextEncoder().encode(JSON.stringify(turned)));
  expect(await recover()).toBe(1);
});
