import type { Terminal } from '../../src/main/command-line/run'

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
    drawCharts: async () => [{ name: 'ladder', format: 'svg', content: '<svg/>' }],
  }
  return { heard, terminal }
}
