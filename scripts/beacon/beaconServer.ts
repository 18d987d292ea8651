import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { LOCAL_BEACON } from "./testBeacon.ts";

export type BeaconServer = {
  /** Where rounds are: a number appended to it is a beacon. */
  readonly url: string;
  readonly close: () => void;
};

/**
 * Serves the beacon of local chains as drand's servers do, at a port that is free: `/<chain>/public/<round>`. It signs
 * whatever round it is asked for, as the local chain's clock is not the world's; the contract refuses what is not due.
 */
export async function serveBeacon(hostname: string): Promise<BeaconServer> {
  const prefix = `/${LOCAL_BEACON.parameters.chainHash.slice(2)}/public/`;
  const server = createServer(({ url = "" }, response) => {
    const [, round] = url.startsWith(prefix) ? (/^([1-9]\d{0,14})$/.exec(url.slice(prefix.length)) ?? []) : [];
    if (round === undefined) answer(response, 404, { error: `There is nothing but ${prefix}<round>.` });
    else answer(response, 200, LOCAL_BEACON.sign(BigInt(round)));
  });
  server.listen(0, hostname);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://${hostname}:${port}${prefix}`, close: () => server.close() };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(`${JSON.stringify(body)}\n`);
}
