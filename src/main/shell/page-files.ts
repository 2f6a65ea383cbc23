import { readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export const PAGE_ORIGIN = 'app://brink'

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

export interface PageFile {
  readonly path: string
  readonly mimeType: string
}

/** The files of the page by the path they are asked for by; there are no others. */
export function listPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries.flatMap((entry) => {
      const mimeType = MIME_TYPES[extname(entry.name)]
      if (!entry.isFile() || !mimeType) return []
      const path = join(entry.parentPath, entry.name)
      const asked = `/${relative(folder, path).split(sep).join('/')}`
      return [[asked, { path, mimeType }] as const]
    }),
  )
}

/** The file that an address of the page means, and nothing for any other address. */
export function findPageFile(
  files: ReadonlyMap<string, PageFile>,
  address: string,
): PageFile | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host, username, password, pathname } = new URL(address)
  const isOfPage = protocol === 'app:' && host === 'brink' && username === '' && password === ''
  return isOfPage ? files.get(pathname) : undefined
}

/** Beside the handlers of the session: these are refused before anybody is asked. */
const PERMISSIONS_POLICY = [
  'fullscreen',
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'midi',
  'usb',
  'serial',
  'hid',
  'clipboard-read',
  'screen-wake-lock',
  'idle-detection',
  'local-fonts',
  'window-management',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** The engine's workers, which have no page and no bridge, compile the model's inner loops. */
const isEngineWorker = (path: string): boolean => /(forecast|segment)-worker-[\w-]+\.js$/.test(path)

const POLICY = [
  "default-src 'none'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  'img-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]

/** A page opens no window and no dialog of its own, saves nothing, and runs no text as a script. */
const PAGE_POLICY = [
  'sandbox allow-scripts allow-same-origin',
  "require-trusted-types-for 'script'",
]

/**
 * The page that starts the engine's worker makes the one policy that lets it, at once; in one
 * that starts none the first comer could make it.
 */
const trustedTypes = (path: string): string =>
  `trusted-types ${path.endsWith('help.html') ? "'none'" : 'default'}`

function policyOf({ path, mimeType }: PageFile): string {
  const script = `script-src 'self'${isEngineWorker(path) ? " 'wasm-unsafe-eval'" : ''}`
  const isPage = mimeType.startsWith('text/html')
  return [...POLICY, script, ...(isPage ? [...PAGE_POLICY, trustedTypes(path)] : [])].join('; ')
}

/** What every answer carries: nothing from outside, nothing inline, no frames. */
export const pageHeaders = (file: PageFile): Record<string, string> => ({
  'Content-Type': file.mimeType,
  'Content-Security-Policy': policyOf(file),
  'Permissions-Policy': PERMISSIONS_POLICY,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
})
