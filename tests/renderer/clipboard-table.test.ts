import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipboardTable } from '../../src/briefing/clipboard-table'

const source = ['Scenario: one.', 'Held against: another.']

describe('a table for the clipboard', () => {
  it('is text with tabs, and the same as HTML', () => {
    const { text, html } = clipboardTable(
      [
        ['month', 'chance'],
        ['May 2023', 0.25],
        ['=1+1', Number.NaN],
      ],
      source,
    )
    expect(text).toBe(
      "month\tchance\r\nMay 2023\t0.25\r\n'=1+1\t\r\n\r\nScenario: one.\r\nHeld against: another.\r\n",
    )
    expect(html).toBe(
      '<meta charset="utf-8"><table><thead><tr><th>month</th><th>chance</th></tr></thead>' +
        '<tbody><tr><td>May 2023</td><td>0.25</td></tr><tr><td>&#39;=1+1</td><td></td></tr></tbody></table>' +
        '<p>Scenario: one.</p><p>Held against: another.</p>',
    )
  })

  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.stringMatching(/^[=+\-@\t\r\n<>&"']{0,4}[a-z<>&"'=]{0,6}$/),
    fc.constantFrom('<script>x</script>', '\u0007=1+1', '\n=1', '\ud800', '</td><td>', ' =1'),
  )
  const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 5,
  })

  it('has a line for each row, no formula and no markup but its own', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { text, html } = clipboardTable(rows, [])
        const lines = text.split('\r\n').slice(0, -2)
        expect(lines).toHaveLength(rows.length)
        for (const line of lines) {
          const cells = line.split('\t')
          expect(cells).toHaveLength(2)
          for (const each of cells) expect(each).not.toMatch(/^[=+\-@]/)
        }
        const marks = html.replace(/<\/?(meta charset="utf-8"|table|thead|tbody|tr|th|td)>/g, '')
        expect(marks).not.toMatch(/[<>"']/)
        expect(marks).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/)
      }),
      { numRuns: 1000 },
    )
  })

  it('is read alike by another program’s parser of HTML', (context) => {
    const script = `
import html.parser, json, sys
cells = []
class Reader(html.parser.HTMLParser):
    def handle_starttag(self, tag, attributes):
        if tag in ('td', 'th'): cells.append('')
        elif tag not in ('meta', 'table', 'thead', 'tbody', 'tr', 'p'): cells.append('TAG ' + tag)
    def handle_data(self, data):
        if cells: cells[-1] += data
Reader(convert_charrefs=True).feed(sys.stdin.buffer.read().decode())
print(json.dumps(cells))`
    const rows = [
      ['a<b>&"c\'', '<img src=x onerror=1>'],
      ['é🌍', "'"],
    ]
    const { status, stdout } = spawnSync('python3', ['-c', script], {
      input: clipboardTable(rows, []).html,
      encoding: 'utf8',
    })
    if (status === null) context.skip('there is no Python here to read it')
    expect(JSON.parse(stdout)).toEqual(rows.flat())
  })
})
