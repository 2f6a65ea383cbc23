import type { IStylesOptions } from 'docx'
import { COLOUR, FACE } from '../look'

const small = { size: 18, color: COLOUR.quiet }
const spacing = (before: number, after: number) => ({ paragraph: { spacing: { before, after } } })

/** Sizes are half points. */
export const REPORT_STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FACE, size: 21, color: COLOUR.text, language: { value: 'en-GB' } } },
    title: { run: { size: 28, bold: true, color: COLOUR.accent, font: FACE }, ...spacing(0, 120) },
    heading1: {
      run: { size: 30, bold: true, color: COLOUR.accent, font: FACE },
      ...spacing(360, 120),
    },
    heading2: {
      run: { size: 24, bold: true, color: COLOUR.text, font: FACE },
      ...spacing(240, 80),
    },
  },
  paragraphStyles: [
    { id: 'Normal', name: 'Normal', quickFormat: true, ...spacing(0, 120) },
    {
      ...{ id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 34, bold: true } },
      ...spacing(60, 120),
    },
    { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: small, ...spacing(0, 100) },
    {
      ...{ id: 'Fine', name: 'Fine', basedOn: 'Normal' },
      run: { size: 16, color: COLOUR.quiet },
      ...spacing(0, 20),
    },
    {
      ...{ id: 'Caption', name: 'caption', basedOn: 'Normal', quickFormat: true },
      run: { size: 18, bold: true, color: COLOUR.plain },
      ...spacing(160, 80),
    },
    {
      ...{ id: 'FigureCaption', name: 'Figure caption', basedOn: 'Caption' },
      ...spacing(60, 240),
    },
    { id: 'TableText', name: 'Table text', basedOn: 'Normal', run: { size: 18 }, ...spacing(0, 0) },
    {
      id: 'AfterTable',
      name: 'After table',
      basedOn: 'Normal',
      run: { size: 8 },
      ...spacing(0, 60),
    },
  ],
}
