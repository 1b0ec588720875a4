import { BlockList } from 'node:net'
import { expect, it } from 'vitest'
import { limitKey, readerAddress } from './network.ts'

const proxies = new BlockList()
proxies.addAddress('10.0.0.1')
proxies.addSubnet('192.168.0.0', 16)

it.each([
  ['without proxies the header is nobody’s word', '203.0.113.9', '1.2.3.4', undefined, '203.0.113.9'],
  ['a trusted proxy tells whom it serves', '10.0.0.1', '203.0.113.9', proxies, '203.0.113.9'],
  [
    'what stands further left is the reader’s own claim',
    '10.0.0.1',
    '1.2.3.4, 203.0.113.9',
    proxies,
    '203.0.113.9',
  ],
  ['a chain of trusted proxies is followed', '10.0.0.1', '203.0.113.9, 192.168.3.4', proxies, '203.0.113.9'],
  ['an untrusted peer is not asked', '198.51.100.1', '203.0.113.9', proxies, '198.51.100.1'],
  ['nonsense ends the chain', '10.0.0.1', 'unknown', proxies, '10.0.0.1'],
  ['an IPv4 address in IPv6 clothes is the same', '::ffff:203.0.113.9', undefined, undefined, '203.0.113.9'],
])('%s', (_, peer, forwarded, trusted, expected) =>
  expect(readerAddress(peer, forwarded, trusted)).toBe(expected),
)

it('counts a /64 as one address', () => {
  expect(limitKey('2001:db8:0:1::5')).toBe(limitKey('2001:db8::1:ffff:0:0:9'))
  expect(limitKey('2001:db8:0:1::5')).not.toBe(limitKey('2001:db8:0:2::5'))
  expect(limitKey('203.0.113.9')).toBe('203.0.113.9')
})
