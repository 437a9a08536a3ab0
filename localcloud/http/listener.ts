import { createServer, type RequestListener, type Server } from 'node:http'
import { CloudError } from '../cloud-error'

/** This machine only: the gateway believes whoever says who they are. */
const LOOPBACK = '127.0.0.1'

/** A server that listens, and where. */
export interface Listener {
  port: number
  close(): Promise<void>
}

/**
 * Listens on this machine.
 * @param port 0 for any free one
 * @throws CloudError `port-in-use` where another program has the port.
 */
export function listen(port: number, answer: RequestListener): Promise<Listener> {
  const server = createServer(answer)
  // Longer than the connections of the SDK and of browsers idle, so that none is cut while a request is on its way.
  server.keepAliveTimeout = 65_000
  return new Promise((resolve, reject) => {
    server.once('error', error => reject('code' in error && error.code === 'EADDRINUSE' ? portInUse(port) : error))
    server.listen(port, LOOPBACK, () => resolve({ port: portOf(server), close: () => closed(server) }))
  })
}

function portInUse(port: number): CloudError {
  return new CloudError(
    'port-in-use',
    `端口 ${port} 已被另一个程序占用。请关闭那个程序（也许是上次没有退出的本程序），或者换一个端口，例如 --port ${port + 1}。`,
  )
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('the server has no port')
}

function closed(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
