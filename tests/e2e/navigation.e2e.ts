import { expect, test } from './fixtures/brink'
import { pageOf, WINDOWS } from './fixtures/every-window'
import { heardViolations } from './fixtures/violations'

test.use({ provokesPolicy: true })

const PLACES = [
  'https://example.org/',
  'file:///etc/hostname',
  'data:text/html,x',
  'javascript:document.write(1)',
  'app://brink/index.html?another',
  'app://brink/press.html',
]

/** Each tries to leave the page for the place. */
const DEPARTURES: Readonly<Record<string, (place: string) => void>> = {
  location: (place) => location.assign(place),
  'a link': (place) => {
    const link = document.createElement('a')
    link.href = place
    document.body.append(link)
    link.click()
  },
  'a link to a new window': (place) => {
    const link = document.createElement('a')
    Object.assign(link, { href: place, target: '_blank' })
    document.body.append(link)
    link.click()
  },
  'a form': (place) => {
    const form = document.createElement('form')
    Object.assign(form, { action: place, method: 'post' })
    document.body.append(form)
    form.submit()
  },
  'a refresh': (place) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0; url=${place}`
    document.head.append(meta)
  },
  'a window': (place) => {
    window.open(place)
  },
  'a frame': (place) => {
    const frame = document.createElement('iframe')
    frame.src = place
    document.body.append(frame)
  },
  'a webview': (place) => {
    const view = document.createElement('webview')
    view.setAttribute('src', place)
    document.body.append(view)
  },
  'a download': (place) => {
    const link = document.createElement('a')
    Object.assign(link, { href: place, download: 'taken.txt' })
    document.body.append(link)
    link.click()
  },
}

for (const kind of WINDOWS) {
  test(`the page of the ${kind} stays where it is, whatever tries to lead it elsewhere`, async ({
    app,
    workbench,
  }) => {
    const page = await pageOf(kind, app, workbench)
    const address = page.url()
    const count = (): Promise<number> =>
      app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
    const before = await count()
    for (const [name, depart] of Object.entries(DEPARTURES)) {
      for (const place of PLACES) {
        await page.mouse.click(2, 2)
        // Inside the debugger's own call the policy would be less strict than it is.
        await page.evaluate(`void setTimeout(${depart}, 0, ${JSON.stringify(place)})`)
        await page.waitForTimeout(30)
        expect([name, place, page.url()]).toEqual([name, place, address])
      }
    }
    await page.waitForTimeout(500)
    expect(page.url()).toBe(address)
    const frames = page.frames().slice(1)
    expect(frames.filter((frame) => /^(https?|file|data):/.test(frame.url()))).toEqual([])
    expect(await count()).toBe(before)
    // A locator would wait for the journey that was refused.
    expect(await page.evaluate(() => document.querySelector('#root > *') !== null)).toBe(true)
    workbench.problems.splice(0)
  })
}

for (const kind of WINDOWS) {
  test(`a link or a file dropped on the ${kind} leads nowhere`, async ({ app, workbench }) => {
    const page = await pageOf(kind, app, workbench)
    const address = page.url()
    const session = await page.context().newCDPSession(page)
    for (const place of PLACES) {
      const data = {
        items: [{ mimeType: 'text/uri-list', data: place }],
        files: ['/etc/hostname'],
        dragOperationsMask: 1,
      }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: 500, y: 500, data })
      }
    }
    await page.waitForTimeout(300)
    expect(page.url()).toBe(address)
  })
}

for (const kind of WINDOWS) {
  test(`no text becomes markup or a script in the ${kind}, and no policy lets it`, async ({
    app,
    workbench,
  }) => {
    const page = await pageOf(kind, app, workbench)
    // Inside the debugger's own call the policy would be less strict than it is.
    await page.evaluate(() => {
      const attempts: Record<string, () => unknown> = {
        innerHTML: () => {
          document.createElement('div').innerHTML = '<b>x</b>'
        },
        'document.write': () => document.write('<b>x</b>'),
        'a frame by its text': () => {
          document.createElement('iframe').srcdoc = '<b>x</b>'
        },
        'a parsed document': () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
        'a script by its text': () => {
          document.createElement('script').text = 'window.isRun = true'
        },
        'a script by its address': () => {
          document.createElement('script').src = 'data:text/javascript,window.isRun=true'
        },
        'a function of a text': () => new Function('return 1')(),
        'a timer of a text': () => setTimeout('window.isRun = true'),
        'a worker of another place': () => new Worker('data:text/javascript,0'),
        'the policy of all': () =>
          // biome-ignore lint/suspicious/noExplicitAny: not yet in the types of the page
          (window as any).trustedTypes.createPolicy('default', { createHTML: String }),
        'a policy of its own': () =>
          // biome-ignore lint/suspicious/noExplicitAny: not yet in the types of the page
          (window as any).trustedTypes.createPolicy('own', { createHTML: String }),
      }
      const passed: string[] = []
      Object.assign(window, { passed })
      setTimeout(() => {
        for (const [name, attempt] of Object.entries(attempts)) {
          try {
            attempt()
            passed.push(name)
          } catch {
            // As it should be.
          }
        }
        setTimeout(() => passed.push('all was tried'), 100)
      }, 0)
    })
    const passed = () => page.evaluate(() => (window as unknown as { passed: string[] }).passed)
    await expect.poll(passed).toContain('all was tried')
    expect(await passed()).toEqual(['all was tried'])
    expect(await page.evaluate(() => 'isRun' in window)).toBe(false)
    workbench.problems.splice(0)
  })
}

test('a page that blanks itself stays under the policy it had', async ({ workbench }) => {
  const { page } = workbench
  await page.evaluate(() => location.assign('about:blank'))
  await expect.poll(() => page.url()).toBe('about:blank')
  const outcomes = await page.evaluate(() =>
    Promise.all(
      ['http://127.0.0.1:9/', 'data:text/plain,x', 'file:///etc/hostname'].map((address) =>
        fetch(address).then(
          () => 'let through',
          () => 'refused',
        ),
      ),
    ),
  )
  expect(outcomes).toEqual(['refused', 'refused', 'refused'])
  const refused = (): readonly string[] =>
    heardViolations().filter((text) => text.startsWith('Connecting to'))
  await expect.poll(refused).toHaveLength(3)
  workbench.problems.splice(0)
})

test('nothing is downloaded, though the bytes be the page’s own', async ({ app, workbench }) => {
  await app.evaluate(({ session }) => {
    Object.assign(globalThis, { downloads: 0 })
    session.defaultSession.on('will-download', () => {
      ;(globalThis as unknown as { downloads: number }).downloads++
    })
  })
  await workbench.page.mouse.click(2, 2)
  await workbench.page.evaluate(() => {
    for (const address of [URL.createObjectURL(new Blob(['taken'])), 'data:text/plain,taken']) {
      const link = document.createElement('a')
      Object.assign(link, { href: address, download: 'taken.txt' })
      document.body.append(link)
      link.click()
    }
  })
  await workbench.page.waitForTimeout(500)
  const downloads = await app.evaluate(
    () => (globalThis as unknown as { downloads: number }).downloads,
  )
  expect(downloads).toBe(0)
  workbench.problems.splice(0)
})

test('a page has no dialog of its own, and does not hold the window back', async ({
  app,
  workbench,
}) => {
  const { page } = workbench
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs++
    return dialog.dismiss()
  })
  await page.mouse.click(2, 2)
  await page.evaluate(() => {
    window.alert('x')
    window.confirm('x')
    window.print()
    window.addEventListener('beforeunload', (event) => event.preventDefault())
  })
  expect(dialogs).toBe(0)
  workbench.problems.splice(0)
  const ended = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended
})
