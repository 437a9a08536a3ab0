import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * What happens to the next connection: it breaks after so many bytes from the phone; when the answer is about to come
 * back; or never.
 */
export type Cut = { afterBytes: number } | 'before-answer' | null

export interface CuttingProxy {
  port: number
  /** For the next connection only. */
  cutNext(cut: Cut): void
  close(): Promise<void>
}

/** A wire to `port` on this machine that can be cut: real sockets, real bytes. */
export async function openCuttingProxy(port: number): Promise<CuttingProxy> {
  let next: Cut = null
  const open = new Set<Socket>()
  const server = createServer(phone => {
    const cut = next
    next = null
    const cloud = connect(port, '127.0.0.1')
    for (const socket of [phone, cloud]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => open.delete(socket))
    }
    const breakOff = () => {
      phone.destroy()
      cloud.destroy()
    }
    let carried = 0
    phone.on('data', bytes => {
      const room = cut !== null && cut !== 'before-answer' ? cut.afterBytes - carried : bytes.length
      carried += bytes.length
      // Whatever was let through has left before the wire breaks.
      if (room < bytes.length) cloud.write(bytes.subarray(0, room), breakOff)
      else cloud.write(bytes)
    })
    cloud.on('data', bytes => {
      if (cut === 'before-answer') breakOff()
      else phone.write(bytes)
    })
    phone.on('close', () => cloud.destroy())
    cloud.on('close', () => phone.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as AddressInfo
  return {
    port: own,
    cutNext: cut => {
      next = cut
    },
    close: () =>
      new Promise(resolve => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
