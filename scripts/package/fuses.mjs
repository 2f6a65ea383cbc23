import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { Stop } from '../run.mjs'

const OFF = '0'.charCodeAt(0)
const ON = '1'.charCodeAt(0)

/** How a released binary’s fuses stand; integrity of the asar is checked where the platform can. */
export const releaseFuses = (platform) => ({
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== 'linux',
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
})

/** Sets the fuses of a binary, and reads them back out of its bytes. */
export async function setFuses(executable, fuses, platform) {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: platform === 'darwin',
    ...fuses,
  })
  const wrong = await wrongFuses(executable, fuses)
  if (wrong.length > 0) throw new Stop(`package: these fuses did not take: ${wrong.join(', ')}`)
}

/** The fuses of a binary that stand otherwise than they should, by name. */
export async function wrongFuses(executable, fuses) {
  const wire = await getCurrentFuseWire(executable)
  return Object.entries(fuses)
    .filter(([option, isOn]) => wire[option] !== (isOn ? ON : OFF))
    .map(([option]) => FuseV1Options[option])
}
