import { type BlockList, isIP } from 'node:net'

/**
 * The reader's network address. `X-Forwarded-For` counts only as far as each hop before it is a trusted proxy: read
 * from the right, the first that is not ours is whom we limit. Everything further left is anybody's claim.
 */
export function readerAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: BlockList | undefined,
): string {
  let address = plain(peer ?? '')
  if (!trusted || forwardedFor === undefined) return address
  const hops = forwardedFor.split(',').slice(-20)
  while (isTrusted(trusted, address)) {
    const before = hops.pop()
    const hop = before === undefined ? '' : plain(before.trim())
    if (isIP(hop) === 0) break
    address = hop
  }
  return address
}

const plain = (address: string): string =>
  address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address

function isTrusted(trusted: BlockList, address: string): boolean {
  const version = isIP(address)
  return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** One household gets a /64 and can change within it at will: that is one address here. */
export function limitKey(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
