import { expect, test } from './fixtures/brink'
import { type CountingServer, countVisits, sendDatagram } from './fixtures/counting-server'
import { pageOf, WINDOWS } from './fixtures/every-window'
import type { Workbench } from './pages/workbench'

test.use({ provokesPolicy: true })

/** A server that has been shown to be reachable, by address, by name and by datagram. */
async function reachedServer(): Promise<CountingServer> {
  const server = await countVisits()
  await fetch(`http://127.0.0.1:${server.port}/`)
  await fetch(`http://localhost:${server.port}/`)
  await sendDatagram(server.port)
  await expect.poll(server.visits).toBe(3)
  return server
}

const REACHED = 3

/** By name and by address. */
const hostsOf = ({ port }: CountingServer): string[] => [`127.0.0.1:${port}`, `localhost:${port}`]

async function expectNoVisit(server: CountingServer, workbench: Workbench): Promise<void> {
  // A datagram would be on its way for a moment.
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(server.visits()).toBe(REACHED)
  server.close()
  expect(workbench.page.url()).toBe('app://brink/index.html')
  const reported = workbench.problems.splice(0)
  const refusals = /Content Security Policy|Refused to|TrustedScript|sandboxed|navigat|Not allowed/
  expect(reported.filter((text) => !refusals.test(text))).toEqual([])
}

for (const kind of WINDOWS) {
  test(`the page of the ${kind} reaches no server by anything that loads or talks`, async ({
    app,
    workbench,
  }) => {
    const page = await pageOf(kind, app, workbench)
    const server = await reachedServer()
    const outcomes = await page.evaluate(async (hosts) => {
      const outcome = (work: () => unknown): Promise<string> =>
        Promise.race([
          Promise.resolve()
            .then(work)
            .then(
              () => 'let through',
              () => 'refused',
            ),
          new Promise<string>((resolve) => setTimeout(resolve, 2000, 'no answer')),
        ])
      const settles = (target: EventTarget): Promise<unknown> =>
        new Promise((resolve, reject) => {
          for (const kind of ['load', 'open', 'message']) target.addEventListener(kind, resolve)
          target.addEventListener('error', reject)
        })
      const element = (name: string, attributes: Record<string, string>): Promise<unknown> => {
        const made = document.createElement(name)
        for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
        const settled = settles(made)
        document.body.append(made)
        return settled
      }
      const link = (rel: string, href: string): Promise<unknown> =>
        element('link', { rel, href, as: 'script' })
      const request = (address: string): Promise<unknown> => {
        const made = new XMLHttpRequest()
        made.open('GET', address)
        const settled = settles(made)
        made.send()
        return settled
      }
      const attempts = (host: string): Record<string, () => unknown> => ({
        'fetch http': () => fetch(`http://${host}/`, { mode: 'no-cors' }),
        'fetch https': () => fetch(`https://${host}/`, { mode: 'no-cors' }),
        'fetch that outlives the page': () =>
          fetch(`http://${host}/`, { mode: 'no-cors', keepalive: true }),
        XMLHttpRequest: () => request(`http://${host}/`),
        WebSocket: () => settles(new WebSocket(`ws://${host}/`)),
        EventSource: () => settles(new EventSource(`http://${host}/`)),
        WebTransport: () => new WebTransport(`https://${host}/`).ready,
        img: () => element('img', { src: `http://${host}/x.png` }),
        script: () => element('script', { src: `http://${host}/x.js` }),
        object: () => element('object', { data: `http://${host}/x.svg` }),
        embed: () => element('embed', { src: `http://${host}/x.svg` }),
        video: () => element('video', { src: `http://${host}/x.mp4` }),
        stylesheet: () => link('stylesheet', `http://${host}/x.css`),
        preload: () => link('preload', `http://${host}/x.js`),
        modulepreload: () => link('modulepreload', `http://${host}/x.js`),
        prefetch: () => link('prefetch', `http://${host}/x.js`),
        import: () => import(`http://${host}/x.js`),
        Worker: () => settles(new Worker(`http://${host}/x.js`)),
        SharedWorker: () => settles(new SharedWorker(`http://${host}/x.js`)),
        'service worker': () => navigator.serviceWorker.register(`http://${host}/x.js`),
        font: () => new FontFace('x', `url(http://${host}/x.woff2)`).load(),
        'service worker of its own': () => navigator.serviceWorker.register('/index.html'),
      })
      const tried = await Promise.all(
        hosts
          .flatMap((host) => Object.entries(attempts(host)))
          .map(async ([name, attempt]) => [name, await outcome(attempt)] as const),
      )
      return tried.filter(([, how]) => how !== 'refused')
    }, hostsOf(server))
    expect(outcomes).toEqual([])
    await expectNoVisit(server, workbench)
  })
}

for (const kind of WINDOWS) {
  test(`what gives the page of the ${kind} no answer reaches no server either`, async ({
    app,
    workbench,
  }) => {
    const page = await pageOf(kind, app, workbench)
    const server = await reachedServer()
    const [frames, styles] = await page.evaluate(async (hosts) => {
      for (const host of hosts) {
        navigator.sendBeacon(`http://${host}/`, 'x')
        for (const rel of ['preconnect', 'dns-prefetch', 'icon', 'manifest', 'prerender']) {
          const link = document.createElement('link')
          Object.assign(link, { rel, href: `http://${host}/` })
          document.head.append(link)
        }
        const frame = document.createElement('iframe')
        frame.src = `http://${host}/`
        const text = document.createElement('textarea')
        text.value = 'A mispeled sentense.'
        const styled = document.createElement('div')
        styled.style.backgroundImage = `url(http://${host}/x.png)`
        const style = document.createElement('style')
        style.textContent = `body { background: url(http://${host}/y.png) !important }`
        document.body.append(frame, text, styled, style)
        text.focus()
        const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] })
        connection.createDataChannel('x')
        await connection.setLocalDescription(await connection.createOffer())
      }
      await new Promise((resolve) => setTimeout(resolve, 1500))
      const pages = [...document.querySelectorAll('iframe')].map((frame) => {
        try {
          return frame.contentWindow?.location.href
        } catch {
          return 'refused'
        }
      })
      return [pages, getComputedStyle(document.body).backgroundImage] as const
    }, hostsOf(server))
    expect(frames.filter((address) => address?.startsWith('http'))).toEqual([])
    expect(styles).not.toContain('y.png')
    await expectNoVisit(server, workbench)
  })
}

for (const kind of WINDOWS) {
  test(`the page of the ${kind} finds no way out by WebRTC`, async ({ app, workbench }) => {
    const page = await pageOf(kind, app, workbench)
    const policies = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((each) => each.getWebRTCIPHandlingPolicy()),
    )
    expect(policies).toEqual(policies.map(() => 'disable_non_proxied_udp'))
    const candidates = await page.evaluate(async () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] })
      const found: string[] = []
      connection.onicecandidate = ({ candidate }) => {
        if (candidate?.candidate) found.push(candidate.candidate)
      }
      connection.createDataChannel('x')
      await connection.setLocalDescription(await connection.createOffer())
      await new Promise((resolve) => setTimeout(resolve, 1500))
      return found
    })
    expect(candidates).toEqual([])
  })
}

test('a worker reaches no server', async ({ workbench }) => {
  const server = await reachedServer()
  const [worker] = workbench.page.workers()
  const outcomes = await worker?.evaluate(async (hosts) => {
    const outcome = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'let through',
        () => 'refused',
      )
    return Promise.all(
      hosts.flatMap((host) => [
        outcome(fetch(`http://${host}/`, { mode: 'no-cors' })),
        outcome(import(`http://${host}/x.js`)),
        outcome(
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`ws://${host}/`)
            socket.addEventListener('open', resolve)
            socket.addEventListener('error', reject)
          }),
        ),
      ]),
    )
  }, hostsOf(server))
  expect(outcomes).toEqual(Array(6).fill('refused'))
  await expectNoVisit(server, workbench)
})

test('three locks of a session hold one behind the other, in any session', async ({
  app,
  workbench,
}) => {
  const server = await reachedServer()
  const outcomes = await app.evaluate(async ({ net, session }, hosts) => {
    const said = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'let through',
        ({ message }) => message,
      )
    const requested = (host: string): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const request = net.request(`http://${host}/`)
        request.on('response', resolve)
        request.on('error', reject)
        request.end()
      })
    const ways = (each: Electron.Session) =>
      hosts.flatMap((host) => [
        said(each.fetch(`http://${host}/`)),
        ...(each === session.defaultSession
          ? [said(net.fetch(`http://${host}/`)), said(requested(host))]
          : []),
      ])
    const locksOf = async (each: Electron.Session) => {
      const proxy = await each.resolveProxy(`http://${hosts[0]}/`)
      const byFilter = await Promise.all(ways(each))
      each.webRequest.onBeforeRequest(null)
      const byProxy = await Promise.all(ways(each))
      await each.setProxy({ mode: 'direct' })
      const byNames = await Promise.all(ways(each))
      const once = (texts: string[]): string => [...new Set(texts)].join()
      return { proxy, locks: [byFilter, byProxy, byNames].map(once) }
    }
    return Promise.all([session.defaultSession, session.fromPartition('another')].map(locksOf))
  }, hostsOf(server))
  const locks = [
    'net::ERR_BLOCKED_BY_CLIENT',
    'net::ERR_PROXY_CONNECTION_FAILED',
    'net::ERR_NAME_NOT_RESOLVED',
  ]
  expect(outcomes).toEqual(Array(2).fill({ proxy: 'PROXY 127.0.0.1:9', locks }))
  await expectNoVisit(server, workbench)
})

test('nothing fetches a dictionary, in any session', async ({ app, workbench }) => {
  const checkers = await app.evaluate(({ session }) =>
    [session.defaultSession, session.fromPartition('another')].map((each) => [
      each.isSpellCheckerEnabled(),
      each.getSpellCheckerLanguages(),
    ]),
  )
  expect(checkers).toEqual(Array(2).fill([false, []]))
  expect(workbench.problems).toEqual([])
})

test('Node in the main process opens no socket and asks for no name', async ({
  app,
  workbench,
}) => {
  const server = await reachedServer()
  const outcomes = await app.evaluate(async (_electron, port) => {
    const outcome = (work: () => unknown): Promise<string> =>
      Promise.resolve()
        .then(work)
        .then(
          () => 'let through',
          ({ message, cause }) => String(cause?.message ?? message),
        )
    const { getBuiltinModule: builtin } = process
    const http = builtin('node:http')
    const answered = (request: import('node:http').ClientRequest): Promise<unknown> =>
      new Promise((resolve, reject) => request.on('response', resolve).on('error', reject))
    const dns = builtin('node:dns')
    // With an answer of its own it does not end at a look-up of names, which is refused as well.
    const datagrams = () =>
      builtin('node:dgram').createSocket({
        type: 'udp4',
        lookup: (_name, _options, found) => found(null, '127.0.0.1', 4),
      })
    const attempts: Record<string, () => unknown> = {
      http: () => answered(http.get(`http://127.0.0.1:${port}/`)),
      'http by name': () => answered(http.get(`http://localhost:${port}/`)),
      https: () => answered(builtin('node:https').get(`https://127.0.0.1:${port}/`)),
      http2: () => builtin('node:http2').connect(`http://127.0.0.1:${port}`),
      net: () => builtin('node:net').connect(port, '127.0.0.1'),
      tls: () => builtin('node:tls').connect(port, '127.0.0.1'),
      fetch: () => fetch(`http://127.0.0.1:${port}/`),
      'dgram send': () => datagrams().send('x', port, '127.0.0.1'),
      'dgram connect': () => datagrams().connect(port, '127.0.0.1'),
      'dgram bind': () => datagrams().bind(),
      listen: () => builtin('node:net').createServer().listen(0),
      'dns.lookup': () => dns.lookup('localhost', () => undefined),
      'dns.resolve': () => dns.resolve('localhost', () => undefined),
      'dns.promises.lookup': () => dns.promises.lookup('localhost'),
      'a resolver': () => new dns.Resolver().resolve4('localhost', () => undefined),
      'a resolver of promises': () => new dns.promises.Resolver().resolve4('localhost'),
    }
    const tried = Object.entries(attempts).map(
      async ([name, attempt]) => [name, await outcome(attempt)] as const,
    )
    return (await Promise.all(tried)).filter(
      ([, said]) => said !== 'Brink opens no network connection',
    )
  }, server.port)
  expect(outcomes).toEqual([])
  await expectNoVisit(server, workbench)
})
