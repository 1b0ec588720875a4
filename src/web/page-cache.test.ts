import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { PageCache, type Rendered } from './page-cache.ts'

const page = (body: string, tags: Rendered['tags'] = ['article:1']): Rendered => ({ status: 200, body, tags })

describe('a kept page', () => {
  it('is made once for a crowd that comes at once, and served in any coding', async () => {
    const cache = new PageCache()
    let made = 0
    const render = async () => page(`page ${++made}`)
    const crowd = await Promise.all(Array.from({ length: 20 }, () => cache.get('/a', render)))
    expect(made).toBe(1)
    const [first] = crowd
    expect(brotliDecompressSync(first?.brotli as Buffer).toString()).toBe('page 1')
    expect(gunzipSync(await cache.gzipOf(first as never)).toString()).toBe('page 1')
  })

  it('goes when its article changes, and stays when another does', async () => {
    const cache = new PageCache()
    await cache.get('/1', async () => page('one', ['article:1']))
    await cache.get('/2', async () => page('two', ['article:2']))
    cache.drop({ articleIds: [1], settings: false })
    expect(cache.peek('/1')).toBeUndefined()
    expect(cache.peek('/2')).toBeDefined()
    cache.drop({ articleIds: [], settings: true })
    expect(cache.peek('/2')).toBeUndefined()
  })

  it('that was being made while a comment was taken down is not kept, nor given to those who come after', async () => {
    const cache = new PageCache()
    let finish: (rendered: Rendered) => void = () => {}
    const old = cache.get('/a', () => new Promise((resolve) => (finish = resolve)))
    cache.drop({ articleIds: [1], settings: false })
    const fresh = await cache.get('/a', async () => page('without it'))
    finish(page('with the removed words'))
    await old
    expect(fresh.identity.toString()).toBe('without it')
    expect(cache.peek('/a')?.identity.toString()).toBe('without it')
  })

  it('is no error page', async () => {
    const cache = new PageCache()
    await cache.get('/gone', async () => ({ status: 404, body: 'gone', tags: [] }))
    expect(cache.peek('/gone')).toBeUndefined()
  })
})
