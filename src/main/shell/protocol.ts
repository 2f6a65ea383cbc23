import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { findPageFile, listPageFiles, pageHeaders } from './page-files'

/** Has to be called before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // Compiled scripts are kept from one start to the next.
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

const headersOfRefusal = pageHeaders({ path: '', mimeType: 'text/plain; charset=utf-8' })

/** Serves the page from its folder over app://brink. */
export function servePage(folder: string): void {
  const files = listPageFiles(folder)
  protocol.handle('app', async ({ method, url }) => {
    const file = method === 'GET' ? findPageFile(files, url) : undefined
    if (!file) return new Response('Not here', { status: 404, headers: headersOfRefusal })
    return new Response(await readFile(file.path), { headers: pageHeaders(file) })
  })
}
