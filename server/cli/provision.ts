import { provisionSite } from '../../graph/provision.ts';
import { findSite } from '../../graph/sites.ts';
import { exitOnFailure } from '../exit-on-failure.ts';
import { openCommandContext } from './context.ts';

/** `npm run provision`: makes what is missing of every plan's lists. Run again, it changes nothing. */
await exitOnFailure(async () => {
  const { config, graph: runningGraph, setupGraph, print } = openCommandContext();
  const graph = setupGraph ?? runningGraph;
  for (const { sitePath } of config.sites) {
    const site = await findSite(graph, sitePath);
    print(`${site.name} (${sitePath})`);
    const result = await provisionSite({ client: graph, siteId: site.id, report: () => {} });
    for (const thing of result.created) print(`  made      ${thing}`);
    for (const thing of result.repaired) print(`  repaired  ${thing}`);
    for (const thing of result.problems) print(`  TO DO     ${thing}`);
    print(`  ${result.unchanged} columns were there already and are as they should be.`);
    if (result.problems.length > 0) process.exitCode = 1;
  }
});
