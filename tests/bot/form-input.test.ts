import { expect, test } from '@jest/globals';
import { bindFormInput, type FormInput } from '../../bot/cards/form-input.ts';

const TITLE = '# [Data](https://elsewhere.invalid) *group*';
const titlesOf = (kind: FormInput['kind']) =>
  JSON.stringify(
    bindFormInput({
      kind,
      id: 'groups',
      label: 'Groups',
      errorMessage: 'Tick groups of the list.',
      value: '',
      choices: [{ title: TITLE, value: 'data' }],
    }),
  );

test('what is to be ticked is no Markdown; a list to choose from shows names as they are', () => {
  expect(titlesOf('choices')).toContain('"Data (https://elsewhere.invalid) group"');
  expect(titlesOf('choice')).toContain(JSON.stringify(TITLE));
});
