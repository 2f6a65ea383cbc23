import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundledPackages } from '../../scripts/package/licences.mjs'
import { topicHelp } from '../../src/main/command-line/help'
import { built, packages, ran, root } from './packages'

let scratch: string
let tree: string
const inTree = (path: string): string => join(tree, path)

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'brink-contents-'))
  tree = join(scratch, 'tree')
  ran('dpkg-deb', ['--raw-extract', built('.deb'), tree])
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('the app’s archive', () => {
  const asar = (): string => inTree('usr/lib/brink/resources/app.asar')

  test('is small, and holds Brink and its scenarios alone', () => {
    const files = listPackage(asar(), { isPack: false })
    const tops = new Set(files.map((file) => file.split('/')[1]))
    expect([...tops].sort()).toEqual(['dist', 'package.json', 'scenarios'])
    expect(files.filter((file) => /\.map$|\.tsx?$|node_modules|licenses\.json/.test(file))).toEqual(
      [],
    )
    expect(statSync(asar()).size).toBeLessThan(6_000_000)
  })

  test('is minified, and refers to no map of its source', () => {
    for (const file of listPackage(asar(), { isPack: false })) {
      if (!/\.(js|cjs)$/.test(file)) continue
      const text = extractFile(asar(), file.slice(1)).toString()
      expect(text).not.toContain('sourceMappingURL')
      // Written for people, a line is some forty letters long; a few short ones say nothing.
      // The track record comes as the text that it is, with its lines.
      if (text.length < 2000) continue
      expect(text.length / text.split('\n').length, file).toBeGreaterThan(100)
    }
  })

  test('stands alone: there is no other app in the package', () => {
    const found = ran('find', [tree, '-name', '*.asar', '-o', '-name', 'app', '-type', 'd'])
    expect(found.trim().split('\n')).toEqual([asar()])
  })
})

test('the fuses of the binary, read out of its bytes, are those of a release', async () => {
  const wire = await getCurrentFuseWire(inTree('usr/lib/brink/brink-app'))
  const state = (option: FuseV1Options): string => String.fromCharCode(Number(wire[option]))
  expect(state(FuseV1Options.RunAsNode)).toBe('0')
  expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe('0')
  expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe('0')
  expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe('0')
  expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe('1')
  expect(state(FuseV1Options.EnableCookieEncryption)).toBe('1')
})

describe('the papers', () => {
  const resource = (name: string): string =>
    readFileSync(inTree(`usr/lib/brink/resources/${name}`), 'utf8')

  test('name every package of which something is bundled, with the text of its licence', () => {
    const licences = resource('THIRD-PARTY-LICENSES.txt')
    const bundled = bundledPackages()
    expect(bundled.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'react',
        'recharts',
        'zod',
        'docx',
        'pptxgenjs',
        '@fontsource/inter',
      ]),
    )
    for (const { name, version, text } of bundled) {
      expect(licences).toContain(`${name}@${version}`)
      if (text) expect(licences).toContain(text)
    }
    const withoutText = bundled.filter(({ text }) => text === '').map(({ name }) => name)
    // They ship without one.
    expect(withoutText.length / bundled.length).toBeLessThan(0.1)
    expect(statSync(inTree('usr/lib/brink/LICENSES.chromium.html')).size).toBeGreaterThan(1_000_000)
    expect(readFileSync(inTree('usr/lib/brink/LICENSE.electron.txt'), 'utf8')).toContain('Electron')
  })

  test('are a bill of materials as CycloneDX has it', () => {
    const schemas = join(root, 'node_modules/@cyclonedx/cyclonedx-library/res/schema')
    // The schema names its parts by their published names.
    const folder = join(scratch, 'schemas')
    mkdirSync(folder)
    for (const name of ['bom-1.6', 'spdx', 'jsf-0.82']) {
      const text = readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8')
      writeFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), text)
      writeFileSync(join(folder, `${name}.schema.json`), text)
    }
    const bom = built('.cdx.json')
    ran('jsonschema', [
      ...['--base-uri', `file://${folder}/`],
      ...['-i', bom, join(folder, 'bom-1.6.SNAPSHOT.schema.json')],
    ])
    const { components, metadata } = JSON.parse(readFileSync(bom, 'utf8'))
    expect(metadata.component.name).toBe('brink')
    const names = components.map(({ group, name }: { group?: string; name: string }) =>
      group ? `${group}/${name}` : name,
    )
    expect(names).toEqual(expect.arrayContaining(['electron', 'react', '@cantoo/pdf-lib']))
    expect(resource('brink.cdx.json')).toBe(readFileSync(bom, 'utf8'))
  })
})

describe('what the desktop reads', () => {
  test('is as its standards have it', () => {
    ran('desktop-file-validate', [inTree('usr/share/applications/brink.desktop')])
    ran('appstreamcli', [
      'validate',
      '--no-net',
      inTree('usr/share/metainfo/app.brink.Brink.metainfo.xml'),
    ])
    ran('xmllint', ['--noout', inTree('usr/share/mime/packages/brink.xml')])
  })

  test('the manual tells every command and option, and the launcher knows every command', () => {
    const manual = readFileSync(join(root, 'build/linux/brink.1'), 'utf8').replaceAll('\\-', '-')
    const launcher = readFileSync(join(root, 'build/linux/brink.sh'), 'utf8')
    for (const [topic, help] of Object.entries(topicHelp)) {
      expect(manual).toContain(`brink ${topic}`)
      expect(launcher).toMatch(new RegExp(`\\b${topic}\\b.*without_window=yes`))
      for (const [option] of help.matchAll(/--[a-z]+/g)) expect(manual).toContain(option)
    }
  })

  test('the icons are as large as they say', () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      const icon = inTree(`usr/share/icons/hicolor/${size}x${size}/apps/brink.png`)
      // Width and height stand in the header of a PNG.
      const header = readFileSync(icon)
      expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([size, size])
    }
  })
})

test('the installer for Windows compiles', async () => {
  const { packInstaller } = await import('../../scripts/package/windows.mjs')
  const folder = join(scratch, 'windows')
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeFileSync(join(folder, 'Brink.exe'), 'stands for the app')
  const target = join(scratch, 'brink-setup.exe')
  await packInstaller(folder, target, { version: '0.0.0', title: 'Brink' })
  expect(readFileSync(target).subarray(0, 2).toString()).toBe('MZ')
})

test('a second build of the same source gives the same bytes', () => {
  const again = join(scratch, 'again')
  const date = ran('git', ['-C', root, 'log', '-1', '--format=%ct']).trim()
  const script = `
    import { rmSync } from 'node:fs'
    import { build } from ${JSON.stringify(join(root, 'scripts/build.mjs'))}
    import { makePackages } from ${JSON.stringify(join(root, 'scripts/package.mjs'))}
    process.umask(0o077)
    rmSync(${JSON.stringify(join(root, 'dist'))}, { recursive: true })
    await build()
    await makePackages({ system: 'linux', target: ${JSON.stringify(again)}, date: ${date} })
  `
  ran('env', [
    'TZ=Asia/Kathmandu',
    'LC_ALL=C',
    process.execPath,
    '--input-type=module',
    '-e',
    script,
  ])
  ran('diff', ['-r', again, packages])
})
