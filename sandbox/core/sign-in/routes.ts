import type { Persona } from '../directory.ts';
import type { Route, SandboxRequest, SandboxResponse } from '../http.ts';
import type { World } from '../world.ts';
import { type Codes, createCodes } from './codes.ts';
import { NEED_REFUSALS } from './needs.ts';
import { choicePage, needPage, refusalPage, signedOutPage } from './pages.ts';
import { type RequestFault, readSignInRequest, type SignInRequest } from './request.ts';
import { answerCode } from './token.ts';

/**
 * Entra as browsers reach it, over http: they do not trust the certificate of the other address. The person's session
 * with it is a cookie below its own path, as it is at Microsoft; Milepost never sees it.
 */
export function signInRoutes(world: World): Route[] {
  const codes = createCodes();
  const open = (request: SandboxRequest) => answerOpen(world, codes, request);
  return [
    { method: 'GET', path: '/:tenant/oauth2/v2.0/authorize', area: 'identity', handler: open },
    {
      method: 'POST',
      path: '/:tenant/oauth2/v2.0/authorize',
      area: 'identity',
      handler: (request) => answerChoice(world, codes, request),
    },
    {
      method: 'POST',
      path: '/:tenant/oauth2/v2.0/token',
      area: 'identity',
      handler: (request) => answerCode(world, codes, request),
    },
    {
      method: 'GET',
      path: '/:tenant/oauth2/v2.0/logout',
      area: 'identity',
      handler: (request) => answerSignOut(world, request),
    },
  ];
}

/** Where the tab may be sent back to: itself, wherever a browser opens it. */
export function redirectUrisOf({ config }: World): string[] {
  const own = [config.botUrl, `http://127.0.0.1:${config.port}`];
  return [...own, ...own.map((url) => url.replace('127.0.0.1', 'localhost'))].map((url) => `${url}/tab/`);
}

/** Sends back at once whoever is signed in already; shows the page to everybody else, unless it is not to be shown. */
function answerOpen(world: World, codes: Codes, http: SandboxRequest): SandboxResponse {
  const request = read(world, http);
  if ('error' in request) return refuse(request);
  const person = request.prompt === 'select_account' ? undefined : sessionOf(world, http, request);
  if (person !== undefined) return proceed(world, codes, request, { person, agreed: null });
  if (request.prompt === 'none')
    return refuse({
      error: 'login_required',
      code: 50058,
      text: 'A silent sign-in request was sent but no user is signed in.',
      back: request,
    });
  return choicePage(sortByHint(world, request.loginHint));
}

/** What somebody pressed on the page. */
function answerChoice(world: World, codes: Codes, http: SandboxRequest): SandboxResponse {
  const request = read(world, http);
  if ('error' in request) return refuse(request);
  const form = new URLSearchParams(http.body.toString('utf8'));
  const person = world.directory.personas.find(({ id }) => id === form.get('persona'));
  if (form.has('cancel') || person === undefined)
    return refuse({
      error: 'access_denied',
      code: 65004,
      text: 'User declined to consent to access the app.',
      back: request,
    });
  return proceed(world, codes, request, { person, agreed: form.get('need') });
}

function proceed(
  world: World,
  codes: Codes,
  request: SignInRequest,
  { person, agreed }: { readonly person: Persona; readonly agreed: string | null },
): SandboxResponse {
  const need = world.signInNeeds.of(person.id);
  const isMet = need === undefined || (need === agreed && need !== 'approval');
  if (!isMet)
    return request.prompt === 'none'
      ? refuse({ ...NEED_REFUSALS[need], back: request })
      : needPage(need, person);
  world.signInNeeds.set(person.id, null);
  const code = codes.give({ ...request, persona: person.id });
  return goBack(request, { code }, { 'Set-Cookie': `${COOKIE}=${person.id}; ${cookieScope(world)}` });
}

function answerSignOut(world: World, { query }: SandboxRequest): SandboxResponse {
  const to = query.get('post_logout_redirect_uri') ?? '';
  const forget = { 'Set-Cookie': `${COOKIE}=; Max-Age=0; ${cookieScope(world)}` };
  if (redirectUrisOf(world).includes(to))
    return { status: 302, headers: { ...NO_STORE, ...forget, Location: to } };
  const page = signedOutPage();
  return { ...page, headers: { ...page.headers, ...forget } };
}

const COOKIE = 'sandbox-sign-in';
const NO_STORE = { 'Cache-Control': 'no-store' };

function cookieScope({ directory }: World): string {
  return `Path=/${directory.tenantId}/oauth2; HttpOnly; SameSite=Lax`;
}

/** Who signed in before in this browser; nobody when somebody else is asked for. */
function sessionOf({ directory }: World, { headers }: SandboxRequest, { loginHint }: SignInRequest) {
  const id = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(headers.cookie ?? '')?.[1];
  const person = directory.personas.find((one) => one.id === id);
  return loginHint === null || person?.email === loginHint ? person : undefined;
}

function read(world: World, { params, query }: SandboxRequest): SignInRequest | RequestFault {
  const { directory } = world;
  if (params.tenant === directory.tenantId || params.tenant === directory.domain)
    return readSignInRequest(query, { directory, redirectUris: redirectUrisOf(world) });
  return { error: 'invalid_request', code: 90002, text: `Tenant '${params.tenant}' not found.`, back: null };
}

function refuse({ error, code, text, back }: RequestFault): SandboxResponse {
  if (back === null) return refusalPage({ code, text });
  return goBack(back, { error, error_description: `AADSTS${code}: ${text}` }, {});
}

function goBack(
  { redirectUri, state, isFragment }: Pick<SignInRequest, 'redirectUri' | 'state' | 'isFragment'>,
  answer: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): SandboxResponse {
  const params = new URLSearchParams({ ...answer, ...(state === null ? {} : { state }) });
  const location = `${redirectUri}${isFragment ? '#' : '?'}${params}`;
  return { status: 303, headers: { ...NO_STORE, ...headers, Location: location } };
}

/** Everybody who can sign in, whoever is asked for first. */
function sortByHint({ directory }: World, loginHint: string | null): readonly Persona[] {
  const there = directory.personas.filter(({ inDirectory }) => inDirectory);
  const hinted = there.filter(({ email }) => email === loginHint);
  return [...hinted, ...there.filter((one) => !hinted.includes(one))];
}
