import { expect, test } from './fixtures/brink'
import { pageOf, WINDOWS } from './fixtures/every-window'

test.use({ provokesPolicy: true })

/** What a page can ask for, each as an expression that ends well only if it was granted. */
const REQUESTS: Readonly<Record<string, string>> = {
  'where it is': 'new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))',
  notifications: "Notification.requestPermission().then((said) => said === 'granted' || fail())",
  microphone: 'navigator.mediaDevices.getUserMedia({ audio: true })',
  camera: 'navigator.mediaDevices.getUserMedia({ video: true })',
  screen: 'navigator.mediaDevices.getDisplayMedia()',
  MIDI: 'navigator.requestMIDIAccess()',
  'MIDI in full': 'navigator.requestMIDIAccess({ sysex: true })',
  'clipboard, text read': 'navigator.clipboard.readText()',
  'clipboard, all read': 'navigator.clipboard.read()',
  'clipboard, pasted by a command': "Promise.resolve(document.execCommand('paste') || fail())",
  'clipboard, written': "navigator.clipboard.writeText('x')",
  'storage that stays': 'navigator.storage.persist().then((granted) => granted || fail())',
  'screen kept awake': "navigator.wakeLock.request('screen')",
  USB: 'navigator.usb.requestDevice({ filters: [] })',
  'serial port': 'navigator.serial.requestPort()',
  HID: 'navigator.hid.requestDevice({ filters: [] })',
  Bluetooth: 'navigator.bluetooth.requestDevice({ acceptAllDevices: true })',
  'idle person': "IdleDetector.requestPermission().then((said) => said === 'granted' || fail())",
  'idle person, watched': 'new IdleDetector().start()',
  'whole screen': 'document.documentElement.requestFullscreen()',
  'pointer held': 'document.documentElement.requestPointerLock()',
  'keyboard held': 'navigator.keyboard.lock()',
  'all screens': 'getScreenDetails()',
  'fonts installed': 'queryLocalFonts()',
  'file to write': 'showSaveFilePicker()',
  'file to read': 'showOpenFilePicker()',
  folder: 'showDirectoryPicker()',
  'window on top': 'documentPictureInPicture.requestWindow()',
  'a key of the person':
    'navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32) } })',
  payment:
    "new PaymentRequest([{ supportedMethods: 'https://x.test' }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).show()",
  sharing: "navigator.share({ title: 'x' })",
  'a scheme of links': "navigator.registerProtocolHandler('web+x', 'app://brink/%s')",
  'colour off the screen': 'new EyeDropper().open()',
}

const NAMES = [
  'accelerometer',
  'background-fetch',
  'background-sync',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'geolocation',
  'idle-detection',
  'keyboard-lock',
  'local-fonts',
  'microphone',
  'midi',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointer-lock',
  'screen-wake-lock',
  'storage-access',
  'window-management',
]

for (const kind of WINDOWS) {
  test(`whatever the page of the ${kind} asks for, by a hand on the mouse, is denied`, async ({
    app,
    workbench,
  }) => {
    const page = await pageOf(kind, app, workbench)
    const granted: string[] = []
    for (const [name, expression] of Object.entries(REQUESTS)) {
      // Some are only heard while a click is fresh.
      await page.mouse.click(2, 2)
      const outcome = await page.evaluate(`Promise.race([
      new Promise((resolve) => setTimeout(resolve, 400, 'no answer')),
      (async (fail) => ${expression})(() => { throw new Error('denied') })
        .then(() => 'granted', () => 'denied'),
    ])`)
      if (outcome === 'granted') granted.push(name)
    }
    expect(granted).toEqual([])
    const isFullScreen = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isFullScreen()),
    )
    expect(isFullScreen.filter(Boolean)).toEqual([])
    workbench.problems.splice(0)
  })
}

for (const kind of WINDOWS) {
  test(`every permission that can be named is denied to the ${kind}`, async ({
    app,
    workbench,
  }) => {
    const page = await pageOf(kind, app, workbench)
    const states = await page.evaluate(
      (names) =>
        Promise.all(
          names.map(async (name) => {
            const { state } = await navigator.permissions.query({ name: name as PermissionName })
            return `${name}: ${state}`
          }),
        ),
      NAMES,
    )
    expect(states).toEqual(NAMES.map((name) => `${name}: denied`))
  })
}

test('each session denies by itself what the headers of the page deny as well', async ({
  app,
  workbench,
}) => {
  const outcomes = await app.evaluate(async ({ BrowserWindow, session }) => {
    const isGranted = (name: string): string =>
      `navigator.permissions.query({ name: '${name}' }).then(({ state }) => state === 'granted')`
    const outcomeIn = async (each: Electron.Session) => {
      const downloads: string[] = []
      each.on('will-download', ({ defaultPrevented }) => {
        downloads.push(defaultPrevented ? 'refused' : 'let through')
      })
      // A page of no origin at all, which no header of Brink’s speaks for.
      const bare = new BrowserWindow({
        show: false,
        frame: false,
        webPreferences: { session: each },
      })
      await bare.loadURL('data:text/html,<p>bare')
      const granted = await bare.webContents.executeJavaScript(`Promise.all([
        Notification.requestPermission().then((said) => said === 'granted'),
        ${['geolocation', 'camera', 'midi'].map(isGranted)},
      ])`)
      bare.webContents.downloadURL('data:text/plain,taken')
      await new Promise((resolve) => setTimeout(resolve, 300))
      bare.destroy()
      return { granted, downloads }
    }
    return [
      await outcomeIn(session.defaultSession),
      await outcomeIn(session.fromPartition('another')),
    ]
  })
  const denied = { granted: [false, false, false, false], downloads: ['refused'] }
  expect(outcomes).toEqual([denied, denied])
  expect(workbench.problems).toEqual([])
})

test('copy and paste of the page’s own text still work', async ({ workbench }) => {
  const field = workbench.exactIntensity('normalization')
  await field.fill('37')
  await field.press('ControlOrMeta+a')
  await field.press('ControlOrMeta+c')
  await field.fill('')
  await field.press('ControlOrMeta+v')
  await expect(field).toHaveValue('37')
})
