import { freePort } from '../../tests/helpers/free-port.ts';

/** Where one installation of a benchmark keeps its data and listens. */
export interface Place {
  readonly dataDirectory: string;
  readonly port: number;
  readonly sandboxPort: number;
  readonly graphPort: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings of either program; those of whoever runs the benchmark must not change what is measured. */
const OURS = /^(MILEPOST|MICROSOFT|SANDBOX)_|^(PORT|DATABASE_URL|NODE_ENV)$/;

/** Free ports of this machine. */
export async function findPlace(dataDirectory: string): Promise<Place> {
  return {
    dataDirectory,
    port: await freePort(),
    sandboxPort: await freePort(),
    graphPort: await freePort(),
  };
}

/** The environment of `npm start` as a newcomer has it, at another place. */
export function environmentFor({ dataDirectory, port, sandboxPort, graphPort }: Place): Environment {
  const others = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return {
    ...Object.fromEntries(others),
    MILEPOST_DATA_DIR: dataDirectory,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_GRAPH_PORT: String(graphPort),
  };
}
