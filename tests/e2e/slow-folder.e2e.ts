import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures/brink'

test('work is noted and saved while more folders than a system’s few threads do not answer', async ({
  app,
  workbench,
  folder,
}) => {
  // A pipe nobody writes to holds the thread that opens it, as a network that is gone does.
  const pipes = Array.from({ length: 8 }, (_, index) => join(folder, `pipe-${index}`))
  execFileSync('mkfifo', pipes)
  await app.evaluate((_electron, paths) => {
    const { open } = process.getBuiltinModule('node:fs/promises')
    for (const path of paths) void open(path, 'r').then((file) => file.close())
  }, pipes)
  try {
    await workbench.setIntensity('nationalism', 83)
    const unsaved = join(folder, 'user-data', 'unsaved')
    await expect
      .poll(() => (existsSync(unsaved) ? readdirSync(unsaved) : []), { timeout: 5000 })
      .toHaveLength(1)
    const path = join(folder, 'mine.brink')
    await workbench.answerSaveDialog(path)
    await workbench.command('save')
    await expect(workbench.saveState).toHaveText('mine.brink, saved')
    expect(existsSync(path)).toBe(true)
  } finally {
    for (const pipe of pipes) closeSync(openSync(pipe, 'r+'))
  }
})
