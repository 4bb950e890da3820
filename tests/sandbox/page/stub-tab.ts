/** A tab that speaks to its host through the real teams-js and writes down what it was told. */
export const TAB_HTML = `<!doctype html>
<html lang="en-GB">
<head><title>Stub tab</title><script src="/tab/teams.js"></script></head>
<body><main><h1>Stub tab</h1><pre id="said"></pre><output id="theme"></output>
<button id="link">Open the SEND channel</button></main>
<script>
const { app, authentication, pages } = microsoftTeams;
const said = {};
const show = () => { document.getElementById('said').textContent = JSON.stringify(said); };
app.initialize().then(async () => {
  const context = await app.getContext();
  said.context = context;
  app.registerOnThemeChangeHandler((theme) => { document.getElementById('theme').textContent = theme; });
  said.token = await authentication.getAuthToken();
  said.isPagesSupported = pages.isSupported();
  said.config = await pages.getConfig();
  if (context.page.frameContext === 'settings') {
    pages.config.registerOnSaveHandler(async (saving) => {
      await pages.config.setConfig({ entityId: 'alp', contentUrl: location.origin + '/tab/?open=alp',
        websiteUrl: location.origin + '/tab/#plan=alp', suggestedDisplayName: 'The plan' });
      saving.notifySuccess();
    });
    pages.config.setValidityState(true);
  }
  said.user = await authentication.getUser().then(() => 'answered', (error) => 'refused: ' + error.message);
  document.getElementById('link').onclick = () => app.openLink('https://teams.microsoft.com/l/channel/' + encodeURIComponent('19:8f69c34a033d548389523143c3a7333d@thread.tacv2') + '/SEND');
  app.notifySuccess();
  show();
}).catch((error) => { said.error = String(error); show(); });
</script></body></html>`;
