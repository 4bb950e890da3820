import type { Route } from '../http/route.ts';

/** What the app package's links lead to: read without signing in, by officers and by the IT officer who lets it in. */
const PAGES = {
  '/about': {
    title: 'Milepost',
    paragraphs: [
      'Milepost keeps an improvement plan true between meetings. It asks groups how their recommendations stand, keeps the plan’s SharePoint lists up to date, reminds owners, and shows directors and boards where the plan stands.',
      'It runs inside Microsoft Teams. Ask your plan manager to add you.',
    ],
  },
  '/about/privacy': {
    title: 'Milepost and your data',
    paragraphs: [
      'Milepost keeps the names and work email addresses of people in the plan, what they say about its actions, and whether its messages reached them.',
      'The plan is kept in your organisation’s own SharePoint lists. A working copy is kept in Milepost’s database, which your organisation runs. Nothing is sent anywhere else.',
      'A file that a plan manager sends to Milepost is read for an import and deleted when it is done or after a day. A plan that somebody exports goes into that person’s own OneDrive.',
      'Do not write personal information about children, families or residents in Milepost.',
      'To see or correct what is kept about you, ask your plan manager.',
    ],
  },
  '/about/terms': {
    title: 'Using Milepost',
    paragraphs: [
      'Milepost is for people whom your organisation has added to an improvement plan.',
      'What you write in it becomes part of the plan’s record, with your name and the time.',
    ],
  },
} as const;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
} as const;

export function aboutRoutes(): Route[] {
  return Object.entries(PAGES).map(([path, { title, paragraphs }]) => ({
    method: 'GET',
    path,
    handle: async () => ({ status: 200, headers: HEADERS, body: render(title, paragraphs) }),
  }));
}

function render(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:1rem/1.5 "Segoe UI",system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#242424;background:#fff}</style></head>
<body><main><h1>${title}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</main></body>
</html>
`;
}
