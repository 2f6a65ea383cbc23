import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'

/** An XML file of a picture. */
export const writeSvg = (picture: SVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`

/** A picture as PNG, `scale` pixels to each of its own. */
export async function rasterize(
  picture: SVGElement,
  scale: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const width = Number(picture.getAttribute('width'))
  const height = Number(picture.getAttribute('height'))
  const image = await loadImage(withFont(picture))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the picture could not be painted')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the picture could not be written as PNG')
  return new Uint8Array(await blob.arrayBuffer())
}

/** A picture that is painted as an image sees no font of the page: it has to bring its own. */
function withFont(picture: SVGElement): SVGElement {
  const copy = picture.cloneNode(true) as SVGElement
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style')
  style.textContent = `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${interLatin}) format('woff2')}`
  copy.prepend(style)
  return copy
}

async function loadImage(picture: SVGElement): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([writeSvg(picture)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}
