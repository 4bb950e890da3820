import type { SandboxResponse } from '../http.ts';
import type { SignInNeed } from './needs.ts';

const STYLE = `
:root{color-scheme:light dark}
body{font:1rem/1.5 "Segoe UI",system-ui,sans-serif;margin:0;background:light-dark(#f2f2f2,#1f1f1f);color:light-dark(#242424,#f5f5f5)}
main{max-width:26rem;margin:2rem auto;padding:1.5rem;background:light-dark(#fff,#2b2b2b);border:1px solid light-dark(#d1d1d1,#525252)}
h1{font-size:1.4rem;margin:0 0 .5rem}p{margin:.5rem 0}.from{font-size:.85rem;color:light-dark(#616161,#adadad)}
ul{list-style:none;margin:1rem 0;padding:0}li{margin:.25rem 0}
button{font:inherit;min-height:2.5rem;padding:.4rem .75rem;border:1px solid light-dark(#8a8a8a,#8a8a8a);background:transparent;color:inherit;cursor:pointer}
li button{width:100%;text-align:start}button:hover{background:light-dark(#ebebeb,#3d3d3d)}
button.main{background:#0f548c;border-color:#0f548c;color:#fff}small{display:block;color:light-dark(#616161,#adadad)}
`;
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Somebody to sign in as. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Whoever it is picks themselves: nobody has a password here. */
export function choicePage(choices: readonly Choice[]): SandboxResponse {
  const buttons = choices.map(
    ({ id, name, email }) =>
      `<li><button name="persona" value="${escaped(id)}">${escaped(name)}<small>${escaped(email)}</small></button></li>`,
  );
  return page({
    title: 'Pick an account',
    body: `<p>to continue to Milepost</p>${form(`<ul>${buttons.join('')}</ul>${CANCEL}`)}`,
  });
}

const ASKED: Readonly<
  Record<SignInNeed, { readonly title: string; readonly text: string; readonly yes?: string }>
> = {
  consent: { title: 'Permission requested', text: 'Milepost would like to act as you.', yes: 'Accept' },
  mfa: {
    title: 'Approve sign in request',
    text: 'Open your authenticator app, and approve.',
    yes: 'Approve',
  },
  approval: {
    title: 'Need admin approval',
    text: 'Milepost needs permission that only an administrator can grant. Ask one to grant it before you can use it.',
  },
};

/** What stands between somebody and their token. */
export function needPage(need: SignInNeed, { id, name }: Pick<Choice, 'id' | 'name'>): SandboxResponse {
  const { title, text, yes } = ASKED[need];
  const person = `<input type="hidden" name="persona" value="${escaped(id)}">`;
  const button = yes === undefined ? '' : `<button class="main" name="need" value="${need}">${yes}</button> `;
  return page({
    title,
    body: `<p>${escaped(name)}</p><p>${text}</p>${form(`${person}<p>${button}${CANCEL}</p>`)}`,
  });
}

/** A request that Entra does not even send back, for it cannot tell where to. */
export function refusalPage({
  code,
  text,
}: {
  readonly code: number;
  readonly text: string;
}): SandboxResponse {
  return {
    ...page({
      title: 'Sorry, but we’re having trouble signing you in.',
      body: `<p>AADSTS${code}: ${escaped(text)}</p>`,
    }),
    status: 400,
  };
}

export function signedOutPage(): SandboxResponse {
  return page({ title: 'You signed out of your account', body: '<p>Close all browser windows.</p>' });
}

const CANCEL = '<button name="cancel" value="yes">Cancel</button>';

/** Sent to the address that the page stands at, with its whole query. */
function form(fields: string): string {
  return `<form method="post">${fields}</form>`;
}

function page({ title, body }: { readonly title: string; readonly body: string }): SandboxResponse {
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><p class="from">Sandbox: in place of Microsoft’s sign-in</p><h1>${title}</h1>${body}</main></body></html>
`;
  return { status: 200, headers: HEADERS, body: html };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
