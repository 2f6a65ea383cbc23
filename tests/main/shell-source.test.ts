import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '..', '..', 'src')
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && ['.ts', '.tsx'].includes(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({
    path: path.slice(src.length + 1).replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8'),
  }))

const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

describe('the source', () => {
  it('is found', () => {
    expect(filesWith(/from 'electron'/)).toContain('main/index.ts')
  })

  it('takes Node’s network only in order to close it', () => {
    const network =
      /['"](node:)?(net|http|https|http2|tls|dgram|dns|inspector|quic)(\/promises)?['"]/
    expect(filesWith(network)).toEqual(['main/shell/network.ts'])
  })

  it('starts no program and no thread in which the network would be open', () => {
    expect(filesWith(/(node:)?(child_process|cluster|worker_threads)['"]|utilityProcess/)).toEqual(
      [],
    )
  })

  it('asks for nothing by the runtime’s network, reports no crash and updates nothing', () => {
    expect(filesWith(/\b(crashReporter|autoUpdater|net\.(fetch|request|connect))\b/)).toEqual([])
    expect(filesWith(/\bopenExternal\b|loadURL\(['"`]https?:/)).toEqual([])
  })

  it('closes everything before the app is ready, whatever it was started for', () => {
    const start = sources.find(({ path }) => path === 'main/index.ts')?.text ?? ''
    // At the margin: not in a function, and on no condition.
    const calls = [...start.matchAll(/^(\w+)\(\)$/gm)].map(([, name]) => name)
    expect(calls).toEqual([
      'registerPageScheme',
      'closeNetwork',
      'closeSessions',
      'denyNavigation',
      'removeFilePickers',
    ])
    const sandbox = "if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()"
    expect(start.split('\n')).toContain(sandbox)
    const ready = /await app\.whenReady\(\)\n(?<rest>(?: {2}.*\n)+)/.exec(start)?.groups?.rest
    expect(ready?.split('\n')[0]).toBe('  turnOffSecureNames()')
    // Whatever shows a page is shown by way of this.
    expect(start).toContain('startWindowedApp(invocation.file, policy, prepareShell)')
    expect(start).toContain('if (!press) await prepareShell()')
  })

  it('has one place for each door between a page, main and the system', () => {
    const doors: Readonly<Record<string, readonly [RegExp, readonly string[]]>> = {
      'windows are made': [/new BrowserWindow\(/, ['main/windows/create-window.ts']],
      'main is asked': [/\bipcMain\./, ['main/shell/ipc.ts']],
      'a page asks': [/\bipcRenderer\./, ['preload/index.ts']],
      'a page is given something': [/\bcontextBridge\b/, ['preload/index.ts']],
      'a file’s path is read': [/\bwebUtils\b/, ['preload/index.ts']],
      'addresses are answered': [/\bprotocol\.handle\b/, ['main/shell/protocol.ts']],
      'a policy lets addresses be scripts': [
        /\bcreatePolicy\('/,
        ['renderer/state/start-worker.ts'],
      ],
      'files are asked for': [/show(Open|Save)Dialog\(/, ['main/windows/choose-path.ts']],
    }
    for (const [what, [pattern, places]] of Object.entries(doors)) {
      expect([what, filesWith(pattern)]).toEqual([what, places])
    }
  })

  it('has no other kind of page, no session of its own, and opens nothing by the system', () => {
    const others =
      /\b(WebContentsView|BrowserView|fromPartition|fromPath\(|executeJavaScript|insertCSS|loadFile|MessageChannelMain|sendSync|shell\.open|setAsDefaultProtocolClient|ignore-certificate-errors|webSecurity|allowRunningInsecureContent|nodeIntegrationIn\w+|enableBlinkFeatures|bypassCSP)\b/
    expect(filesWith(others)).toEqual([])
    expect(
      filesWith(/import \{[^}]*\b(shell|net|utilityProcess)\b[^}]*\} from 'electron'/),
    ).toEqual([])
  })

  it('keeps nothing in a page’s own stores, which main would not know of', () => {
    const stores =
      /\b(localStorage|sessionStorage|indexedDB|cookieStore|document\.cookie|caches\.(open|match)|navigator\.storage|serviceWorker)\b/
    expect(filesWith(stores)).toEqual([])
  })

  it('makes no markup and no code of text', () => {
    const written =
      /\b(innerHTML|outerHTML)\s*\+?=[^=]|\b(insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|eval\(|new Function\()/
    expect(filesWith(written)).toEqual([])
  })
})
