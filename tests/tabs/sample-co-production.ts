import type {
  CoProductionView,
  ItemChoice,
  Paper,
  RankingLine,
  RankingResult,
  ReferenceGroupView,
  SignOffAsk,
  SignOffLine,
} from '../../plan/content.ts';

const RECOMMENDATIONS: readonly ItemChoice[] = [
  item('r2', '2', 'Graduated response protocols'),
  item('r3', '3', 'Directory of provision'),
  item('r4', '4', 'Support before exclusion'),
  item('r11', '11', 'One page profiles'),
  item('r14', '14', 'Transport that fits'),
  item('r21', '21', 'Training for every school'),
];

const METHOD = 'First choices count most: five points for a first, one for a fifth. Everybody counts alike.';

/** What the server says of two reference groups: one has ranked and decides, nobody has said anything in the other. */
export function sampleCoProduction(): CoProductionView {
  return {
    planId: 'alp',
    planName: 'Additional Learning Provision',
    today: '2022-03-21',
    groups: [PARENTS, CHILDREN],
    overall: PARENTS.ranking,
    impact: [
      {
        ...item('r16', '16', 'Named contact for families'),
        groupName: 'SEND',
        ownerName: 'SEND group owner',
        completedOnWords: 'Tue 14 Dec 2021',
        dueOn: '2022-03-14',
        dueWords: 'Mon 14 Mar 2022',
        afterWords: '3 months on',
        state: 'due',
        words: 'Its impact check is due since Mon 14 Mar 2022.',
        mayCheck: true,
      },
    ],
    unsigned: [{ ...ask('r29', '29', 'Published timetable'), maySignOff: false }],
    engagements: [
      {
        key: 'e1',
        title: 'Parents and carers',
        on: '2022-03-10',
        onWords: 'Thu 10 Mar 2022',
        purpose: 'Evening meeting on the protocols',
        said: 'Letters are hard to read, and nobody rings back.',
        outcome: null,
        themeKey: 'voice',
        themeTitle: 'Child’s voice',
        answer: null,
        voices: 23,
        mayAnswer: true,
      },
      {
        key: 'e2',
        title: 'School council of a special school',
        on: '2022-02-03',
        onWords: 'Thu 3 Feb 2022',
        purpose: null,
        said: 'We want to see the new rooms first.',
        outcome: 'Six pupils visited them in February.',
        themeKey: null,
        themeTitle: null,
        answer: 'We did',
        voices: null,
        mayAnswer: false,
      },
    ],
    comments: [
      {
        key: 'comment/c1',
        groupName: 'Parents and carers',
        item: item('r2', '2', 'Graduated response protocols'),
        themeTitle: 'Child’s voice',
        words: 'Please try it out with three families first.',
        onWords: 'Tue 1 Mar 2022',
        voices: 12,
        answer: null,
        answerWords: null,
        mayAnswer: true,
      },
    ],
    youSaid: [],
    choices: {
      recommendations: RECOMMENDATIONS,
      items: RECOMMENDATIONS.map((one) => ({ ...one, stage: 'In progress', signOffBy: null })),
      themes: [{ key: 'voice', title: 'Child’s voice' }],
    },
    may: { askSignOff: true, recordEngagement: true, exportYouSaid: true },
  };
}

/** “You said, we did” as a paper. */
export function sampleYouSaid(): Paper {
  return {
    title: 'You said, we did',
    subtitle: ['Additional Learning Provision', 'Since the plan began', 'As at Mon 21 Mar 2022, 09:00'],
    blocks: [
      { kind: 'paragraph', text: '2 things were said. Of these we did 1 and have not answered 1 yet.' },
      { kind: 'heading', level: 1, text: 'Child’s voice' },
      {
        kind: 'table',
        table: {
          caption: 'What was said, and what came of it: Child’s voice',
          columns: ['You said', 'Who and when', 'What came of it'],
          rows: [
            [
              { text: 'We want to see the new rooms first.' },
              { text: 'School council of a special school, Thu 3 Feb 2022' },
              { text: 'We did: Six pupils visited them in February.' },
            ],
          ],
        },
      },
    ],
    footer: 'Additional Learning Provision: you said, we did. As at Mon 21 Mar 2022, 09:00.',
  };
}

const NO_RANKING: RankingResult = {
  voices: 0,
  ballots: 0,
  lastOnWords: null,
  words: 'Nobody has ranked yet.',
  methodWords: METHOD,
  lines: [],
};

const PARENTS: ReferenceGroupView = {
  key: 'parents',
  name: 'Parents and carers',
  facilitatorName: 'Engagement lead',
  memberCount: 6,
  ranking: {
    voices: 12,
    ballots: 4,
    lastOnWords: 'Mon 14 Mar 2022',
    words:
      '12 people ranked. Graduated response protocols matter most. Views differ most on Transport that fits.',
    methodWords: METHOD,
    lines: [
      line(0, { place: 1, points: 41, chosenBy: 11, median: 1.5, range: [1, 4], quartiles: [1, 2] }),
      line(2, { place: 2, points: 30, chosenBy: 9, median: 2, range: [1, 5], quartiles: [1, 4] }),
      line(4, { place: 3, points: 22, chosenBy: 8, median: 3, range: [1, 5], quartiles: [1, 5] }),
      line(1, { place: 4, points: 12, chosenBy: 5, median: 4, range: [2, 5], quartiles: [3, 4] }),
      line(3, { place: 5, points: 6, chosenBy: 3, median: 4, range: [3, 5], quartiles: [4, 4.5] }),
      line(5, { place: 6, points: 1, chosenBy: 1, median: 5, range: [5, 5], quartiles: [5, 5] }),
    ],
  },
  toSignOff: [ask('r2', '2', 'Graduated response protocols')],
  signedOff: [
    decided('s1', 'r5', '5', 'Agreed with conditions', 'Say it in plain words', 'Three thought it too slow.'),
  ],
  ownRanking: ['r2', 'r4'],
  may: { rank: true, rankForOthers: true, signOff: true, comment: true },
};

const CHILDREN: ReferenceGroupView = {
  key: 'children',
  name: 'Children and young people',
  facilitatorName: null,
  memberCount: 1,
  ranking: NO_RANKING,
  toSignOff: [],
  signedOff: [],
  ownRanking: null,
  may: { rank: false, rankForOthers: false, signOff: false, comment: false },
};

function item(key: string, label: string, title: string): ItemChoice {
  return { ref: { list: 'Recommendations', key }, label, title };
}

function ask(key: string, label: string, title: string): SignOffAsk {
  return {
    ...item(key, label, title),
    groupKey: 'parents',
    groupName: 'Parents and carers',
    ownerName: 'SEND group owner',
    doneOnWords: 'Mon 14 Mar 2022',
    saidByName: 'SEND group owner',
    note: 'Agreed with every school, and on the website',
    evidenceUrl: 'https://example.sharepoint.com/sites/alp-improvement/protocols.docx',
    before: [decided('s0', key, label, 'Not agreed', 'The words are hard to read', null)],
    maySignOff: true,
    whyNot: null,
  };
}

function decided(
  key: string,
  itemKey: string,
  label: string,
  decision: SignOffLine['decision'],
  conditions: string,
  dissent: string | null,
): SignOffLine {
  return {
    ...item(itemKey, label, 'Letters in plain words'),
    key,
    groupName: 'Parents and carers',
    decision,
    conditions,
    dissent,
    voices: 12,
    words: `${decision}; 12 took part${dissent === null ? '' : ', some saw it otherwise'}.`,
    onWords: 'Thu 10 Mar 2022',
    recordedByName: 'Engagement lead',
  };
}

interface LineFacts extends Pick<RankingLine, 'place' | 'points' | 'chosenBy' | 'quartiles'> {
  readonly median: number;
  readonly range: readonly [number, number];
}

function line(at: number, { median, range: [bestRank, worstRank], ...facts }: LineFacts): RankingLine {
  const [lower, upper] = facts.quartiles;
  const spread = upper - lower <= 1 ? 'close' : upper - lower <= 3 ? 'mixed' : 'far apart';
  return {
    ...(RECOMMENDATIONS[at] ?? item('', '', '')),
    ...facts,
    notChosenBy: 12 - facts.chosenBy,
    firstChoices: bestRank === 1 ? 2 : 0,
    medianRank: median,
    bestRank,
    worstRank,
    spread,
    spreadWords: `Chosen by ${facts.chosenBy} of 12; from place ${bestRank} to ${worstRank}. Views are ${spread}.`,
  };
}
