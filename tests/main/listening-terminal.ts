import { strToU8 } from 'fflate'
import type { Terminal } from '../../src/main/command-line/terminal'

/** A terminal that keeps what it is sent. */
export function listeningTerminal() {
  const heard = { out: '', error: '' }
  const terminal: Terminal = {
    out: async (text) => {
      heard.out += text
    },
    error: async (text) => {
      heard.error += text
    },
    version: '1.2.3',
    whyNotExported: () => undefined,
    press: async ({ outputs }) =>
      outputs.includes('chart-svg')
        ? [{ output: 'chart-svg', name: 'ladder', content: strToU8('<svg/>') }]
        : [],
  }
  return { heard, terminal }
}
