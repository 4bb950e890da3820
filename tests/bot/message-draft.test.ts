import { describe, expect, test } from '@jest/globals';
import { textOfHtml } from '../../bot/handlers/extension/html-text.ts';
import { draftOf, messageSchema } from '../../bot/handlers/extension/message-draft.ts';

const LINK = 'https://teams.microsoft.com/l/message/19:send@thread.tacv2/1643000000000';
const html = (content: string, over: object = {}) =>
  draftOf(messageSchema.parse({ body: { contentType: 'html', content }, ...over }));

describe('the words of a message in HTML', () => {
  test.each([
    ['<div><p>One</p><p>Two<br>Three</p></div>', 'One\n\nTwo\nThree'],
    ['<ul><li>One</li><li>Two</li></ul>', 'One\n\nTwo'],
    ['a &lt;b&gt; &amp;amp; &#163;5 &#x2019;&nbsp;x', 'a <b> &amp; £5 ’ x'],
    ['<script>alert(1)</script>Hello<attachment id="1"></attachment>', 'Hello'],
    ['<p>Well <img alt="a smile" src="x"> done</p>', 'Well  a smile  done'],
    ['<at id="0">Milepost</at>&nbsp;tell <at id="1">Pat</at>', 'tell Pat'],
    ['&#0;&#xd800;&#99999999;&unknown;', '&#99999999;&unknown;'],
    ['a < b', 'a < b'],
  ])('%s', (content, words) => {
    expect(textOfHtml(content, { withoutMentions: ['0'] }).replace(/ +\n|\n +/g, '\n')).toBe(words);
  });

  test.each(['<script', '<img alt="', '<at id="', '<', '&#', '<div ', 'alt="x" '])(
    'what is left open is read in no time: %s',
    (part) => {
      expect(textOfHtml(part.repeat(30_000)).length).toBeLessThanOrEqual(part.length * 30_000);
    },
  );
});

describe('an action made of a message', () => {
  test('has the first sentence as its title, the rest and where it was said as details', () => {
    expect(
      html('<p>Share the map. It is due in March!</p><p>Pat knows more.</p>', { linkToMessage: LINK }),
    ).toEqual({
      title: 'Share the map',
      details: `It is due in March!\n\nPat knows more.\n\nFrom this message: ${LINK}`,
    });
  });

  test.each([
    ['Can Pat share the map? Soon.', 'Can Pat share the map?', 'Soon.'],
    ['Version 2.1 is out', 'Version 2.1 is out', ''],
    ['First line<br>second', 'First line', 'second'],
    ['Wait...', 'Wait', ''],
    ['', '', ''],
  ])('%s', (content, title, details) => {
    expect(html(content)).toEqual({ title, details });
  });

  test('keeps a title that is too long in full below', () => {
    const words = 'word '.repeat(100).trim();
    const { title, details } = html(words);
    expect(title).toMatch(/^(word )+word…$/);
    expect(title.length).toBeLessThanOrEqual(255);
    expect(details).toBe(words);
  });

  test('is never longer than the form takes', () => {
    const { title, details } = html(`<p>${'x'.repeat(80_000)}</p>`, { linkToMessage: LINK });
    expect([title.length, details.length]).toEqual([255, 2_000]);
    expect(details).toMatch(/…\n\nFrom this message: https/);
  });

  test('takes plain text as it is, and its subject first', () => {
    const plain = { body: { contentType: 'text', content: 'a <b> c' }, subject: 'Budget' };
    expect(draftOf(messageSchema.parse(plain))).toEqual({ title: 'Budget', details: 'a <b> c' });
  });

  test('leaves out the mention of an app', () => {
    const mentions = [{ id: 0, mentioned: { application: { id: 'bot' } } }];
    expect(html('<at id="0">Milepost</at>&nbsp;share the map', { mentions })).toMatchObject({
      title: 'share the map',
    });
  });

  test.each([['javascript:alert(1)'], [`https://example.org/${'x'.repeat(2_000)}`], [42], [null]])(
    'links to no %#',
    (linkToMessage) => {
      expect(html('Words', { linkToMessage })).toEqual({ title: 'Words', details: '' });
    },
  );

  test.each([null, {}, { body: null }, { body: 7, mentions: 'x', subject: {} }])(
    'of nothing is empty: %j',
    (message) => {
      expect(draftOf(message === null ? null : messageSchema.parse(message))).toEqual({
        title: '',
        details: '',
      });
    },
  );
});
