import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'

const { Component, LicenseExpression, NamedLicense } = Models

/**
 * What a package is made of, as CycloneDX 1.6 in JSON: the runtime, and every package of
 * which something is bundled. The same input gives the same text.
 */
export function billOfMaterials(edition, runtime, packages) {
  const app = new Component(Enums.ComponentType.Application, 'brink', {
    version: edition.version,
    bomRef: `brink@${edition.version}`,
  })
  app.licenses.add(new LicenseExpression('MIT'))
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: app }) })
  const parts = [runtimeComponent(runtime), ...packages.map(packageComponent)]
  for (const part of parts) {
    bom.components.add(part)
    app.dependencies.add(part.bomRef)
  }
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
  )
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}

function runtimeComponent({ version, isOfficial }) {
  const component = new Component(Enums.ComponentType.Framework, 'electron', {
    version,
    bomRef: `electron@${version}`,
    description: isOfficial
      ? 'The official binary, checked against the sums that Electron publishes'
      : 'A repack by a third party that cannot be checked: for tests only',
  })
  component.licenses.add(new LicenseExpression('MIT'))
  return component
}

function packageComponent({ name, version, license, integrity }) {
  const [group, short] = name.startsWith('@') ? name.split('/') : [undefined, name]
  const component = new Component(Enums.ComponentType.Library, short, {
    group,
    version,
    bomRef: `${name}@${version}`,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  })
  component.licenses.add(licenceOf(license))
  if (integrity?.startsWith('sha512-')) {
    const hex = Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex')
    component.hashes.set(Enums.HashAlgorithm['SHA-512'], hex)
  }
  return component
}

const licenceOf = (license) =>
  license === 'see text' ? new NamedLicense(license) : new LicenseExpression(license)
