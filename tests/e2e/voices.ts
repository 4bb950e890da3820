import type { CoProductionView, MeasuresView } from '../../plan/content.ts';
import type { Milepost } from '../helpers/milepost.ts';

/** What counted so far, by the day of the reading. */
const READINGS = { '31 January 2022': '96', '28 February 2022': '131', '31 March 2022': '164' } as const;

/** Labels of the recommendations that matter most, the first first, to how many parents and carers. */
const MATTERS_MOST = [
  [['3', '12', '2', '10', '4'], '7'],
  [['12', '3', '2'], '3'],
  [['2', '16', '3', '12'], '2'],
] as const;

const GROUP = 'Parents and carers';

/** Lets parents and carers be heard, and what the plan counts be read, so that its pages have something to show. */
export async function hearVoices(milepost: Milepost): Promise<void> {
  const facilitator = await openApi(milepost, 'parents-facilitator');
  const { groups, choices } = await facilitator<CoProductionView>('GET', 'co-production');
  const groupKey = groups.find(({ name }) => name === GROUP)?.key;
  const keyOf = (wanted: string) => choices.recommendations.find(({ label }) => label === wanted)?.ref.key;
  for (const [labels, voices] of MATTERS_MOST)
    await facilitator('POST', 'rankings', {
      ranking: { groupKey, choices: labels.map(keyOf), voices },
      submissionKey: crypto.randomUUID(),
    });
  const manager = await openApi(milepost, 'plan-manager');
  const { measures } = await manager<MeasuresView>('GET', 'measures');
  for (const [on, value] of Object.entries(READINGS))
    await manager('POST', 'readings', {
      reading: { measure: measures[0]?.key, value, on, sure: true },
      submissionKey: crypto.randomUUID(),
    });
}

/** Asks the server of the sample plan, as the tab of somebody does. */
async function openApi(milepost: Milepost, persona: string) {
  const { token } = await milepost.control<{ token: string }>('POST', '/sandbox/token', {
    audience: 'tab',
    persona,
  });
  return async <Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${milepost.botUrl}/api/v1/plans/alp-improvement/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as Answer;
  };
}
