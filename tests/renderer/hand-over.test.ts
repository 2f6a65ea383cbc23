import { describe, expect, it } from 'vitest'
import { channels } from '../../src/ipc/contract'
import { handedOver, MOST_BYTES, madeAlone } from '../../src/renderer/press/hand-over'

const draws = { output: 'draws', name: 'briefing' } as const
const pdf = { output: 'pdf', name: 'briefing' } as const
const input = channels['press:made'].input

describe('a file made for another process', () => {
  it('goes as bytes, a text as UTF-8', () => {
    // “é” is two bytes.
    const made = handedOver({ output: 'csv', name: 'briefing' }, 'é,1\r\n')
    expect(made).toEqual({
      ...{ output: 'csv', name: 'briefing' },
      content: new Uint8Array([0xc3, 0xa9, 0x2c, 0x31, 13, 10]),
    })
    expect(input.safeParse(made).success).toBe(true)
  })

  it('is as large as a message may be, and no larger', () => {
    const most = new Uint8Array(MOST_BYTES)
    expect(input.safeParse(handedOver(pdf, most)).success).toBe(true)
    expect(input.safeParse({ ...pdf, content: new Uint8Array(MOST_BYTES + 1) }).success).toBe(false)
    const over = handedOver(pdf, new Uint8Array(MOST_BYTES + 1))
    expect(over).toEqual({
      ...pdf,
      problem:
        'the PDF report is 64.0\u202fMB large, and the most is 64.0\u202fMB. A nearer horizon, or a case with less in it, makes it smaller',
    })
    expect(input.safeParse(over).success).toBe(true)
  })

  it('says which it is, how large, the limit and what to do', () => {
    expect(handedOver(draws, 'x'.repeat(2_300_000), 1_000_000)).toEqual({
      ...draws,
      problem:
        'the CSV table of the draws is 2.3\u202fMB large, and the most is 1.0\u202fMB. Take fewer draws, or write them with brink draws, which has no such limit',
    })
  })

  it('fails alone', async () => {
    const failing = await madeAlone(draws, () => Promise.reject(new Error('no font was found')))
    expect(failing).toEqual({ ...draws, problem: 'no font was found' })
    expect(await madeAlone(pdf, () => Promise.resolve('a'))).toEqual({
      ...pdf,
      content: new Uint8Array([97]),
    })
  })
})
