import { ensureInstalled } from './lib/install.mjs'
import { checkNodeVersion } from './lib/node-version.mjs'
import { orEnd, root } from './lib/run.mjs'

checkNodeVersion()
const development = process.argv.includes('--development')
const installed = await orEnd(() => ensureInstalled(root, { development }))
process.stderr.write(installed ? 'Installed.\n' : 'Everything is installed.\n')
