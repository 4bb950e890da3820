import { describe, expect, test } from '@jest/globals';
import { checkRequest, checkResponse, watch } from './graph-contract.ts';

const ITEM = '/sites/x/lists/y/items/1';
const request = { method: 'GET', path: ITEM, query: new URLSearchParams(), body: undefined };
const response = { request, status: 200, body: { id: '1' } };
const batch = (parts: readonly object[]) => ({
  method: 'POST',
  path: '/$batch',
  query: new URLSearchParams(),
  body: { requests: parts },
});
const answered = (parts: readonly object[]) => ({
  request: batch([{ id: '1', method: 'GET', url: ITEM }]),
  status: 200,
  body: { responses: parts },
});
const subscription = (notificationUrl: string) => ({
  ...request,
  method: 'POST',
  path: '/subscriptions',
  body: {
    changeType: 'updated',
    notificationUrl,
    resource: '/sites/x/lists/y',
    expirationDateTime: '2022-01-20T09:00:00Z',
  },
});

test('takes what Graph takes and gives', () => {
  expect(checkRequest(request)).toBeNull();
  expect(checkRequest(batch([{ id: '1', method: 'GET', url: `${ITEM}?$expand=fields` }]))).toBeNull();
  expect(checkRequest(subscription('https://milepost.example/api'))).toBeNull();
  expect(checkRequest(subscription('http://127.0.0.1:3978/api'))).toBeNull();
  expect(checkResponse(response)).toBeNull();
  expect(checkResponse({ request: { ...request, path: '/nothing' }, status: 501, body: {} })).toBeNull();
  expect(checkResponse(answered([{ id: '1', status: 200, body: { id: '1' } }]))).toBeNull();
});

describe('finds in a request', () => {
  test.each([
    ['an unknown address', { ...request, path: '/nothing' }, 'no call of Graph'],
    ['an unknown method', { ...request, method: 'PUT' }, 'no call of Graph'],
    ['an unknown query', { ...request, query: new URLSearchParams('$count=true') }, 'takes no $count'],
    ['a body too many', { ...request, body: {} }, 'takes no body'],
    ['a wrong body', { ...request, method: 'PATCH', body: { fields: 1 } }, 'must be object'],
    ['an address that is not https', subscription('http://milepost.example/api'), 'must match pattern'],
    ['21 parts', batch(Array(21).fill({ id: '1', method: 'GET', url: ITEM })), 'more than 20'],
    ['a wrong part', batch([{ id: '1', method: 'GET', url: '/nothing' }]), 'no call of Graph'],
  ])('%s', (_what, wrong, breach) => {
    expect(checkRequest(wrong)).toContain(breach);
  });
});

describe('finds in an answer', () => {
  test.each([
    ['another type', { ...response, body: { id: 1 } }, 'must be string'],
    ['a property too many', { ...response, body: { id: '1', colour: 'red' } }, 'additional properties'],
    ['an error of another form', { ...response, status: 404, body: { message: 'x' } }, 'error'],
    ['an unknown address', { ...response, request: { ...request, path: '/nothing' } }, 'not in the contract'],
    ['a status', { ...response, status: 204, body: undefined }, 'never answers 204'],
    ['a part of another form', answered([{ id: '1', status: 200, body: { id: 1 } }]), 'must be string'],
    ['a part that is not there', answered([]), '0 of 1'],
    ['a part nobody asked for', answered([{ id: '2', status: 204 }]), 'nobody asked for'],
  ])('%s', (_what, wrong, breach) => {
    expect(checkResponse(wrong)).toContain(breach);
  });
});

describe('watching', () => {
  const answerWith = (body: unknown) => async () => new Response(JSON.stringify(body));
  const url = `https://localhost:1/v1.0${ITEM}`;

  test('passes everything through and says in the end what was broken', async () => {
    const network = watch(answerWith({ id: 1 }));
    expect(await (await network.fetch(`${url}?$count=true`)).json()).toEqual({ id: 1 });
    expect(() => network.assertKept()).toThrow(/takes no \$count[\s\S]*must be string/);
  });

  test('has nothing to say of what is right, nor of what does not go to Graph', async () => {
    const network = watch(answerWith({ id: '1' }));
    await network.fetch(url);
    await network.fetch('https://localhost:1/tenant/oauth2/v2.0/token', { method: 'POST', body: 'x=y' });
    network.assertKept();
  });

  test('lets requests be wrong on purpose', async () => {
    const network = watch(answerWith({ id: '1' }), 'responses');
    await network.fetch(`${url}?$count=true`);
    network.assertKept();
  });
});
