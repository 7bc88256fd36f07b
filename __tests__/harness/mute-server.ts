import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A server that takes every connection and never answers. */
export interface MuteServer {
  readonly url: string;
  /** So far. */
  readonly connections: () => number;
  readonly close: () => void;
}

export async function startMuteServer(): Promise<MuteServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => sockets.size,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
