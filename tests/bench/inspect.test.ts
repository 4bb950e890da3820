import { expect, test } from '@jest/globals';
import { complaintsAbout } from '../../bench/parts/fuzz/inspect.ts';
import { EVALUATED, MARK } from '../../bench/parts/fuzz/texts.ts';

const card = (...body: readonly object[]) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', fallbackText: 'A card', body },
});
const block = (text: string) => ({ type: 'TextBlock', text });
const sortsOf = (sent: unknown) => complaintsAbout(sent).map((what) => what.split(':', 1)[0]);

test.each([
  ['a link', card(block(`[${MARK}](https://a.invalid)`)), 'live Markdown in a TextBlock'],
  ['a list', card(block(`- ${MARK}`)), 'live Markdown in a TextBlock'],
  [
    'a fact',
    card({ type: 'FactSet', facts: [{ title: 'a', value: `*${MARK}*` }] }),
    'live Markdown in a FactSet',
  ],
  [
    'a choice to be ticked',
    card({ type: 'Input.ChoiceSet', isMultiSelect: true, choices: [{ title: `_${MARK}_`, value: '1' }] }),
    'live Markdown in a Input.ChoiceSet',
  ],
  ['a template that ran', card(block(EVALUATED)), 'somebody’s template was run'],
  ['a template left over', card(block(['$', '{title}'].join(''))), 'a template that was not filled in'],
  ['half a character', card(block('\ud83d')), 'half a character'],
  ['a turn of direction', card(block('\u202egnp.exe')), 'control characters'],
  ['a script', card({ type: 'Action.OpenUrl', url: 'javascript:alert(1)' }), 'an address that is none'],
  ['too much', card(block('x'.repeat(20_000))), 'a card too large'],
  [
    'seven buttons',
    card(...Array.from({ length: 7 }, () => ({ type: 'Action.Submit' }))),
    'a card with too many buttons',
  ],
  ['a message', { type: 'message', text: `**${MARK}**` }, 'a message with live Markdown'],
])('finds %s', (_name, sent, sort) => {
  expect(sortsOf(sent)).toEqual([sort]);
});

test.each([
  ['escaped text', card(block(`\\[${MARK}\\](x) \\*a\\* 1\\. \\- b`))],
  ['text that is shown as it is', card({ type: 'TextRun', text: `[${MARK}](x) $\{a}` })],
  [
    'a choice of a list that drops down',
    card({ type: 'Input.ChoiceSet', choices: [{ title: `*${MARK}*`, value: '1' }] }),
  ],
  ['a plain message', { type: 'message', text: `**${MARK}**`, textFormat: 'plain' }],
  ['words for a dialog', { task: { type: 'message', value: `*${MARK}*` } }],
])('has nothing against %s', (_name, sent) => {
  expect(complaintsAbout(sent)).toEqual([]);
});
