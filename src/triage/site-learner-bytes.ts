import { createHash } from 'node:crypto'
import { ok, type Result, refused } from '../lib/result.ts'
import { memoryLength, type RuleMemory, type SiteState } from './site-learner.ts'

/**
 * A state as bytes, the same on every machine: little-endian, rules by id. A rule has its id, its number of examples,
 * one bit for each bucket ever touched, and of those z, then n. The last 32 bytes are the SHA-256 of all before.
 */
const magic = 0x4c534250 // "PBSL"
const version = 1
const headBytes = 12
const hashBytes = 32
const bitmapBytes = Math.ceil(memoryLength / 8)

export type StateRefusal = { code: 'damaged' } | { code: 'other_version' }

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

export function serialise({ rules }: SiteState): Buffer {
  const parts = [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, memory]) => ruleBytes(rule, memory))
  const head = Buffer.alloc(headBytes)
  head.writeUInt32LE(magic, 0)
  head.writeUInt32LE(version, 4)
  head.writeUInt32LE(parts.length, 8)
  const body = Buffer.concat([head, ...parts])
  return Buffer.concat([body, sha256(body)])
}

function ruleBytes(rule: string, { z, n, examples }: Readonly<RuleMemory>): Buffer {
  const id = Buffer.from(rule, 'utf8')
  const head = Buffer.alloc(8 + id.length)
  head.writeUInt32LE(id.length, 0)
  id.copy(head, 4)
  head.writeUInt32LE(examples, 4 + id.length)
  const bitmap = Buffer.alloc(bitmapBytes)
  const touched: number[] = []
  for (let bucket = 0; bucket < memoryLength; bucket++) {
    if (n[bucket] === 0 && z[bucket] === 0) continue
    bitmap[bucket >> 3] = (bitmap[bucket >> 3] as number) | (1 << (bucket & 7))
    touched.push(bucket)
  }
  const floats = Buffer.alloc(touched.length * 8)
  touched.forEach((bucket, i) => {
    floats.writeFloatLE(z[bucket] as number, i * 4)
    floats.writeFloatLE(n[bucket] as number, (touched.length + i) * 4)
  })
  return Buffer.concat([head, bitmap, floats])
}

/** Bytes whose hash does not hold are not read at all, so that what is read needs no second look. */
export function deserialise(bytes: Uint8Array): Result<SiteState, StateRefusal> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const body = buffer.subarray(0, Math.max(0, buffer.length - hashBytes))
  if (body.length < headBytes || !sha256(body).equals(buffer.subarray(body.length)))
    return refused({ code: 'damaged' })
  if (body.readUInt32LE(0) !== magic || body.readUInt32LE(4) !== version)
    return refused({ code: 'other_version' })
  const rules = new Map<string, RuleMemory>()
  let at = headBytes
  for (let left = body.readUInt32LE(8); left > 0; left--) {
    const { rule, memory, end } = ruleAt(body, at)
    rules.set(rule, memory)
    at = end
  }
  return ok({ rules })
}

function ruleAt(body: Buffer, start: number): { rule: string; memory: RuleMemory; end: number } {
  const idEnd = start + 4 + body.readUInt32LE(start)
  const rule = body.toString('utf8', start + 4, idEnd)
  const bitmap = body.subarray(idEnd + 4, idEnd + 4 + bitmapBytes)
  const touched: number[] = []
  for (let bucket = 0; bucket < memoryLength; bucket++)
    if ((bitmap[bucket >> 3] as number) & (1 << (bucket & 7))) touched.push(bucket)
  const floats = idEnd + 4 + bitmapBytes
  const z = new Float32Array(memoryLength)
  const n = new Float32Array(memoryLength)
  touched.forEach((bucket, i) => {
    z[bucket] = body.readFloatLE(floats + i * 4)
    n[bucket] = body.readFloatLE(floats + (touched.length + i) * 4)
  })
  const memory = { z, n, examples: body.readUInt32LE(idEnd) }
  return { rule, memory, end: floats + touched.length * 8 }
}
