declare module 'perspective-api-client' {
  type Options = { attributes?: string[]; doNotStore?: boolean; truncate?: boolean }
  /** The package's own class: it posts to Google's address, which is written into it. */
  class Perspective {
    constructor(options: { apiKey: string })
    analyze(text: string | object, options?: Options): Promise<unknown>
  }
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS and exports its class alone.
  export default Perspective
}
