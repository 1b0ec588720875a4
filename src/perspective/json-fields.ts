import type { ApiProblem } from './problem.ts'

/** A request that cannot be read: thrown inside the readers of this room only, and a value again at their door. */
export class UnreadableRequest extends Error {
  override name = 'UnreadableRequest'
  readonly problem: ApiProblem
  constructor(problem: ApiProblem) {
    super(problem.code)
    this.problem = problem
  }
}

export type Json = { [name: string]: unknown }

const wrong = (field: string, expected: string): never => {
  throw new UnreadableRequest({ code: 'field_wrong', field, expected })
}

/** As JSON of a protocol buffer allows: `doNotStore` or `do_not_store`, and null for what is left out. */
export function fieldOf(object: Json, name: string): unknown {
  const plain = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  for (const candidate of [name, plain])
    if (Object.hasOwn(object, candidate)) return object[candidate] ?? undefined
  return undefined
}

export function objectIn(object: Json, name: string): Json | undefined {
  const value = fieldOf(object, name)
  return value === undefined ? undefined : asObject(value, name)
}

export const asObject = (value: unknown, name: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : wrong(name, 'an object')

export function stringIn(object: Json, name: string): string | undefined {
  const value = fieldOf(object, name)
  return value === undefined || typeof value === 'string' ? value : wrong(name, 'a string')
}

export function booleanIn(object: Json, name: string): boolean | undefined {
  const value = fieldOf(object, name)
  return value === undefined || typeof value === 'boolean' ? value : wrong(name, 'true or false')
}

export function numberIn(object: Json, name: string): number | undefined {
  const value = fieldOf(object, name)
  return value === undefined || typeof value === 'number' ? value : wrong(name, 'a number')
}

export function listIn(object: Json, name: string): unknown[] {
  const value = fieldOf(object, name) ?? []
  return Array.isArray(value) ? value : wrong(name, 'a list')
}

export function stringsIn(object: Json, name: string): string[] {
  return listIn(object, name).map((value) =>
    typeof value === 'string' ? value : wrong(name, 'a list of strings'),
  )
}
