/**
 * A page that frames the tab and answers teams-js as Teams does, no more than the tab asks for. `setTheme(name)` of
 * its window changes the theme, `shared` holds the link last shared, in a host that can (`?pages`). `subEntityId` comes
 * from its own query, as do the place (`frame`, `channel`), what a configured tab opens (`tab`, a query) and, where one is
 * set up, what it opens so far (`saved`). `isValid` and `settings` hold what was said of it there, `save()` presses Save.
 * `isCutOff` has it give no token, as when its network is gone.
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
  hostClientType: 'web', frameContext: query.get('frame') ?? 'content',
  channelId: query.get('channel') ?? undefined, subEntityId: query.get('subPage') ?? '', userObjectId: 'u1', tid: 't1' };
const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, 
  supports: query.has('pages') || query.has('frame') ? { pages: { config: {} } } : {} };
const answers = {
  initialize: () => [context.frameContext, 'web', JSON.stringify(runtime), '2.58.0'],
  getContext: () => [context],
  'settings.getSettings': () => [{ contentUrl: query.get('saved') ?? location.origin + '/tab/?page=configure' }],
  'settings.setSettings': () => [true],
  'authentication.getAuthToken': () => query.has('refuse') || window.isCutOff ? [false, 'CancelledByUser'] : [true, 'token-of-u1'],
};
addEventListener('message', ({ data, source }) => {
  const answer = answers[data.func];
  if (data.func === 'shareDeepLink') window.shared = data.args;
  if (data.func === 'settings.setValidityState') window.isValid = data.args[0];
  if (data.func === 'settings.setSettings') window.settings = data.args[0];
  if (data.func === 'settings.save.success') window.isSaved = true;
  if (source === frame.contentWindow && answer)
    source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answer() }, location.origin);
});
window.setTheme = (name) => frame.contentWindow.postMessage({ func: 'themeChange', args: [name] }, location.origin);
window.save = () => frame.contentWindow.postMessage({ func: 'settings.save', args: [{}] }, location.origin);
frame.src = '/tab/' + (query.get('tab') ?? '') + location.hash;
</script></body></html>`;
