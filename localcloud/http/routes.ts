import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AdminEndpoint } from '../admin/admin-endpoint'
import type { PageHandler } from '../options'
import type { StorageEndpoint } from '../storage/storage-endpoint'
import type { WeChatGateway } from '../wechat/gateway'
import { answerText } from './answers'
import type { HttpAccess } from './http-access'
import type { StaticFiles } from './static-files'

/** Everything that answers requests. */
export interface Parts {
  pages: Record<string, PageHandler>
  admin: AdminEndpoint
  storage: StorageEndpoint
  wechat: WeChatGateway
  api: HttpAccess
  h5: StaticFiles | undefined
}

/** The table of contents of the server: which path leads to which part. */
export function routes(parts: Parts, log: (line: string) => void): RequestListener {
  const route = (request: IncomingMessage, response: ServerResponse): void | Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const path = url.pathname
    const page = Object.hasOwn(parts.pages, path) ? parts.pages[path] : undefined
    if (page) return page(request, response)
    if (path === '/admin' && request.method === 'POST') return parts.admin.answer(request, response)
    if (path.startsWith('/storage/')) return parts.storage.answer(request, response, url)
    if (path.startsWith('/wechat/')) return parts.wechat.answer(request, response, url)
    if (parts.api.leadsHere(path)) return parts.api.answer(request, response, url)
    if (parts.h5) return parts.h5.answer(request, response, path)
    return answerText(response, 404, 'not found')
  }
  return async (request, response) => {
    try {
      await route(request, response)
    } catch (error) {
      // A client that went away in the middle of a download ends here too: nobody is left to be told.
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`)
      if (response.headersSent) response.destroy()
      else answerText(response, 500, 'internal error')
    }
  }
}
