/** A refusal is a value, not an exception: the caller must look before it goes on. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refused = <const R>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal })
