/** The oldest Node.js that everything was tested with. */
const OLDEST = [20, 19]

/** Says so instead of failing somewhere in the middle on syntax that an older one does not know. */
export function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  process.stderr.write(
    `Postbag needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org/\n`,
  )
  process.exit(1)
}
