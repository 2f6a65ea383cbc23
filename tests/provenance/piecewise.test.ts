import { expect, it } from 'vitest'
import { replacePiecewise } from '../../src/provenance/piecewise'
import { escapeXml, findRecordElement } from '../../src/provenance/xml-record'

const LONG = 65_536

it('a replacement by pieces is that of the whole, wherever it is cut', () => {
  const reference = '&#x10ffff;'
  for (let before = LONG - 12; before <= LONG + 2; before++) {
    const text = `${'a'.repeat(before)}${reference}&${reference}${'&lt;'.repeat(LONG)}&`
    const replace = (match: string) => `[${match.length}]`
    const pattern = /&(?:#x[0-9a-f]+|lt);/g
    const piecewise = replacePiecewise(text, pattern, replace, { opens: '&', longest: 10 })
    expect(piecewise === text.replace(pattern, replace)).toBe(true)
    const read = findRecordElement(`<r xmlns:b="urn:brink:export:1"><b:record>${text}</b:record>`)
    const expected = `${'a'.repeat(before)}\u{10ffff}&\u{10ffff}${'<'.repeat(LONG)}&`
    expect(read.kind === 'text' && read.text === expected).toBe(true)
  }
})

it('what is escaped is so in every piece', () => {
  const text = '<&>'.repeat(LONG)
  expect(escapeXml(text) === '&lt;&amp;&gt;'.repeat(LONG)).toBe(true)
})
