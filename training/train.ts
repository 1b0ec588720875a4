import { parseArgs } from 'node:util'
import { trainLinear } from './train-linear.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'models/triage' } },
})
if (values.data === undefined) {
  process.stderr.write('usage: npm run train:triage -- --data DIR [--out DIR]\n')
  process.exit(2)
}
trainLinear(values.data, values.out)
