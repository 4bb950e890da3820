import { draw, drawNumber, type Random } from '../chance.ts';

/** Stands in every hostile text, so that it is known again on a card. */
export const MARK = 'qz7';

/** What `TEMPLATE` becomes where a template language gets hold of it. */
export const EVALUATED = `${MARK}42`;
const TEMPLATE = `${MARK}$\{6*7}$\{$root} {{x}} $\{json(1)}`;

/** Texts that are markup, break encodings, or run. Each as short as may be: where a card cuts texts, the mark is still there. */
export const HOSTILE = [
  `${MARK} [press](javascript:alert(1))`,
  `[${MARK}](https://elsewhere.invalid/${MARK})`,
  `![${MARK}](https://elsewhere.invalid/a.png)`,
  `**${MARK}** _it_ __b__ ~~s~~ \`code\``,
  `# ${MARK}\n## two`,
  `- ${MARK}\n- two`,
  `+ ${MARK}`,
  `1. ${MARK}\n2) two`,
  `> ${MARK}`,
  `\\[${MARK}\\](x) \\\\*a* \\`,
  `[${MARK}]: javascript:alert(1)`,
  `<b>${MARK}</b><script>alert(1)</script><at>Everyone</at>`,
  `<a href="javascript:alert(1)">${MARK}</a><img src=x onerror=alert(1)>`,
  `&lt;b&gt;${MARK}&#42;&amp;`,
  TEMPLATE,
  `${MARK}\u202egnp.exe\u2066 \u200b\ufeff`,
  `${MARK}\u0000\u0007\u001b[31m\u0085`,
  `${MARK}\ud800`,
  `\udc00${MARK} \udfff\ud83d`,
  `${MARK} ${'👩‍👩‍👧'.repeat(40)}`,
  `${MARK}${'\u0301\u0327'.repeat(60)}`,
  `${MARK} שלום עולם مرحبا`,
  `${MARK}\r\n\r\n| a | b |\r\n|---|---|\r\n| *c* | d |`,
  `${MARK}\n\n---\n***\n___`,
  `\`\`\`${MARK}\n*a*\n\`\`\``,
  `javascript:alert('${MARK}')`,
  `https://elsewhere.invalid/${MARK}?a=[b](c)*d*`,
  `data:text/html,<b>${MARK}`,
  `'; DROP TABLE outbox; -- ${MARK}`,
  `$1 $2 %s {0} ${MARK}`,
  `=HYPERLINK("javascript:alert(1)","${MARK}")`,
] as const;

/** A text that is markup, breaks encodings, or is longer than anything. */
export function hostileText(random: Random): string {
  const text = draw(HOSTILE, random);
  const kind = random();
  if (kind < 0.8) return text;
  if (kind < 0.9) return `${text} ${draw(HOSTILE, random)}`;
  return `${text}${draw(['x', '*a* ', '[', '\ud83d\ude00', '\n'], random).repeat(drawNumber(3_000, random))}`;
}

/** The same for a column of SharePoint's: one line, well-formed, at most 200 characters. */
export function hostileTitle(random: Random): string {
  return hostileText(random)
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 200);
}
