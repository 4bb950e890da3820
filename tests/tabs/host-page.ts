/**
 * A page that frames the tab and answers teams-js as Teams does, no more than the tab asks for. `setTheme(name)` of
 * its window changes the theme, `shared` holds the link last shared, in a host that can (`?pages`). `subEntityId` comes
 * from its own query.
 * @see node_modules/@microsoft/teams-js, internal/messageObjects
 */
export const HOST_PAGE = `<!doctype html>
<html lang="en-GB">
<head><title>Host</title><style>
html, body { margin: 0; height: 100% } iframe { display: block; border: 0; width: 100%; height: 100% }
</style></head>
<body><main style="height: 100%"><iframe title="Milepost"></iframe></main><script>
const query = new URLSearchParams(location.search);
const frame = document.querySelector('iframe');
const context = { locale: 'en-gb', theme: query.get('theme') ?? 'default', hostName: 'Teams', entityId: 'dashboard',
  hostClientType: 'web', frameContext: 'content', subEntityId: query.get('subPage') ?? '', userObjectId: 'u1', tid: 't1' };
const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: query.has('pages') ? { pages: {} } : {} };
const answers = {
  initialize: () => ['content', 'web', JSON.stringify(runtime), '2.58.0'],
  getContext: () => [context],
  'authentication.getAuthToken': () => query.has('refuse') ? [false, 'CancelledByUser'] : [true, 'token-of-u1'],
};
addEventListener('message', ({ data, source }) => {
  const answer = answers[data.func];
  if (data.func === 'shareDeepLink') window.shared = data.args;
  if (source === frame.contentWindow && answer)
    source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answer() }, location.origin);
});
window.setTheme = (name) => frame.contentWindow.postMessage({ func: 'themeChange', args: [name] }, location.origin);
frame.src = '/tab/' + location.hash;
</script></body></html>`;
