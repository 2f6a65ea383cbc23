import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { editionOf } from '../../scripts/package/edition.mjs'
import { bundledPackages, thirdPartyLicences } from '../../scripts/package/licences.mjs'
import { pinnedVersion, putLinuxRuntime } from '../../scripts/package/runtime.mjs'
import { billOfMaterials } from '../../scripts/package/sbom.mjs'

describe('a package on a runtime that cannot be checked', () => {
  test('says so in every name and version', () => {
    const edition = editionOf({ isOfficial: false })
    expect(edition.version).toMatch(/^\d+\.\d+\.\d+-dev$/)
    expect(edition.debianVersion).toMatch(/^\d+\.\d+\.\d+~dev$/)
    expect(edition.packageName).toBe('brink-dev')
    expect(edition.title).toBe('Brink (dev)')
  })

  test('is told from a release, which says nothing of the kind', () => {
    const { version, debianVersion, packageName, title } = editionOf({ isOfficial: true })
    expect([version, debianVersion, packageName, title].join()).not.toContain('dev')
  })
})

const packages = [
  { name: 'plain', version: '1.0.0', license: 'MIT', text: 'The MIT text', dependencies: [] },
  {
    name: '@group/inner',
    version: '2.1.0',
    license: '(MIT OR GPL-3.0-or-later)',
    text: '',
    integrity: `sha512-${Buffer.alloc(64, 1).toString('base64')}`,
    dependencies: [],
  },
]

test('the bill of materials names runtime and packages, the same each time', () => {
  const make = (): string =>
    billOfMaterials(
      editionOf({ isOfficial: false }),
      { version: '42.0.0', isOfficial: false },
      packages,
    )
  expect(make()).toBe(make())
  const { bomFormat, specVersion, components, serialNumber } = JSON.parse(make())
  expect([bomFormat, specVersion, serialNumber]).toEqual(['CycloneDX', '1.6', undefined])
  const inner = components.find(({ name }: { name: string }) => name === 'inner')
  expect(inner).toMatchObject({
    group: '@group',
    version: '2.1.0',
    purl: 'pkg:npm/%40group/inner@2.1.0',
    licenses: [{ expression: '(MIT OR GPL-3.0-or-later)' }],
    hashes: [{ alg: 'SHA-512', content: '01'.repeat(64) }],
  })
  const electron = components.find(({ name }: { name: string }) => name === 'electron')
  expect(electron.description).toContain('cannot be checked')
})

test('the licences stand in one text, and what carries none says so', () => {
  const text = thirdPartyLicences(packages, { version: '42.0.0', ownLicence: 'Brink’s own' })
  expect(text).toContain('plain@1.0.0  MIT')
  expect(text).toContain('The MIT text')
  expect(text).toContain('carries no text of it')
  expect(text).toContain('Electron 42.0.0')
  expect(text.trim().endsWith('Brink’s own')).toBe(true)
})

test('what is declared as needed at run time is among what is bundled', () => {
  const names = bundledPackages().map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['react', 'react-dom', 'recharts', 'zod', 'zustand', 'fflate']),
  )
  expect(names).not.toContain('electron')
})

describe('a release', () => {
  test('is not built on an archive without the sum that Electron published', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'brink-runtime-'))
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('not what Electron published')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`)
    vi.stubEnv('electron_config_cache', join(folder, 'cache'))
    try {
      const target = join(folder, 'runtime')
      const version = pinnedVersion()
      await expect(putLinuxRuntime(target, { version, isOfficial: true })).rejects.toThrow(
        /checksum/i,
      )
      expect(asked).toEqual([expect.stringContaining(`electron-v${version}-linux-`)])
      expect(readdirSync(target)).toEqual([])
    } finally {
      vi.unstubAllEnvs()
      server.close()
      rmSync(folder, { recursive: true })
    }
  })
})
