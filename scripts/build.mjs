import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { checkNodeVersion } from './lib/node-version.mjs'
import { orEnd, root } from './lib/run.mjs'

checkNodeVersion()
const force = process.argv.includes('--force')
const built = await orEnd(async () => {
  ensureInstalled(root, { development: false })
  return ensureBuilt(root, { force })
})
process.stderr.write(
  built ? 'Built dist/postbag.js and public/assets.\n' : 'Nothing changed since the last build.\n',
)
