import { parseArgs } from 'node:util'
import { blendStages } from './blend-stages.ts'
import { modelFolder } from './scorer.ts'

const { values } = parseArgs({ options: { data: { type: 'string' } } })
if (values.data === undefined) {
  process.stderr.write('usage: npm run train:blend -- --data DIR\n')
  process.exit(2)
}
blendStages(values.data, modelFolder)
