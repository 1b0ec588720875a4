import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import wabt from 'wabt'
import { root } from './lib/run.mjs'

const folder = join(root, 'src/triage')
const tools = await wabt()
const parsed = tools.parseWat('convolution.wat', readFileSync(join(folder, 'convolution.wat'), 'utf8'), {
  simd: true,
})
const bytes = Buffer.from(parsed.toBinary({}).buffer).toString('base64')
writeFileSync(
  join(folder, 'data/convolution-kernel.ts'),
  `/** \`convolution.wat\`, assembled by \`npm run assemble\`; a test assembles it again and compares. */
export const convolutionKernel =
  '${bytes}'
`,
)
