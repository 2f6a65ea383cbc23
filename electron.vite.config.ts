import { relative, resolve, sep } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { readMarkdown } from './src/help/read-markdown'

const at = (path: string) => resolve(import.meta.dirname, path)

const START = at('src/renderer/main.tsx')

type Importers = { readonly importers: readonly string[] } | null

/** Whether a module is loaded with the window's first script; itself it stays apart, for it does things. */
function isOfStart(
  id: string,
  infoOf: (id: string) => Importers,
  seen = new Set<string>(),
): boolean {
  if (id === START) return true
  if (seen.has(id)) return false
  seen.add(id)
  return (infoOf(id)?.importers ?? []).some((importer) => isOfStart(importer, infoOf, seen))
}

/** The pages of the help are read when the app is built, so that it carries no reader of Markdown. */
const helpPages = (): Plugin => ({
  name: 'brink-help-pages',
  enforce: 'pre',
  transform: (text, id) => {
    if (!id.endsWith('.md')) return undefined
    const path = relative(import.meta.dirname, id)
      .split(sep)
      .join('/')
    return { code: `export default ${JSON.stringify(readMarkdown(text, path))}`, map: null }
  },
})

export default defineConfig({
  main: {
    build: {
      outDir: 'dist/main',
      license: { fileName: 'licenses.json' },
      externalizeDeps: false,
      minify: true,
      rollupOptions: { input: { index: at('src/main/index.ts') } },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      minify: true,
      license: { fileName: 'licenses.json' },
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        // A sandboxed preload script has to be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), helpPages()],
    worker: { format: 'es' },
    build: {
      outDir: 'dist/renderer',
      license: { fileName: 'licenses.json' },
      minify: true,
      // Inlined files would be data: addresses, which the content policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          index: at('src/renderer/index.html'),
          press: at('src/renderer/press.html'),
          help: at('src/renderer/help.html'),
        },
        output: {
          // What the first screen needs comes in one script, and not in dozens asked for one by one.
          codeSplitting: {
            groups: [
              {
                name: (id, modules) =>
                  id !== START && isOfStart(id, (module) => modules.getModuleInfo(module))
                    ? 'start'
                    : null,
              },
            ],
          },
        },
      },
    },
  },
})
