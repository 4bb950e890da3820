import type { World } from '../core/world.ts';

/** The Bot Connector's address, as activities carry it. Known once the sandbox listens. */
export function serviceUrlOf(world: World): string {
  const region = readRegion(world);
  return `http://127.0.0.1:${world.config.port}/connector/${region === null ? '' : `${region}/`}`;
}

/** Which region Teams serves the tenant from; null: its first. */
export function readRegion({ db }: World): string | null {
  const row = db.prepare('select region from teams_region').get();
  return row === undefined ? null : String(row.region);
}

/** From now on Teams names the address of another region; those it named before go on working. */
export function setRegion({ db }: World, region: string | null): void {
  db.exec('delete from teams_region');
  if (region !== null) db.prepare('insert into teams_region (region) values (?)').run(region);
}
