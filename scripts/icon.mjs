import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { _electron as electron } from '@playwright/test'
import { chromiumSwitches } from './electron.mjs'
import { icnsOf, icoOf } from './icon-files.mjs'
import { at, runIfStarted, say } from './run.mjs'

// Draws build/icon/brink.svg at every size that systems ask for:
//   npm run icon

const FOLDER = 'build/icon'
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512]

/** The picture at each size, as PNG, by the renderer that the app runs on. */
export async function drawIcon(svg, sizes) {
  const app = await electron.launch({
    args: [...chromiumSwitches({ headless: true }), at('bench', 'bare')],
  })
  try {
    const page = await app.firstWindow()
    const drawn = await page.evaluate(drawInPage, { svg, sizes })
    return new Map(sizes.map((size, index) => [size, Buffer.from(drawn[index], 'base64')]))
  } finally {
    await app.close()
  }
}

async function drawInPage({ svg, sizes }) {
  const image = new Image()
  image.src = `data:image/svg+xml;base64,${btoa(svg)}`
  await image.decode()
  return sizes.map((size) => {
    const canvas = document.createElement('canvas')
    canvas.width = size
    canvas.height = size
    canvas.getContext('2d').drawImage(image, 0, 0, size, size)
    return canvas.toDataURL('image/png').split(',')[1]
  })
}

await runIfStarted(import.meta.url, async () => {
  const pictures = await drawIcon(readFileSync(at(FOLDER, 'brink.svg'), 'utf8'), SIZES)
  if (!existsSync(at(FOLDER))) mkdirSync(at(FOLDER))
  for (const [size, png] of pictures) writeFileSync(at(FOLDER, `${size}x${size}.png`), png)
  writeFileSync(at(FOLDER, 'brink.ico'), icoOf(pictures))
  writeFileSync(at(FOLDER, 'brink.icns'), icnsOf(pictures))
  say(`icon: drawn at ${SIZES.join(', ')} pixels, and as .ico and .icns`)
})
