/** Only the development server evaluates code at run time and talks to the page over a socket. */
const isDevelopment = process.env.NODE_ENV === 'development'

/**
 * Everything the app uses comes from its own origin. `unsafe-inline` is what static pages made by
 * Next (scripts) and Monaco and React Flow (styles) need; `wasm-unsafe-eval` lets Prisma's engines
 * compile; `blob:` and `data:` carry exported images.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self' data: blob:${isDevelopment ? ' ws: wss:' : ''}`,
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** @type {import('next').NextConfig} */
const config = {
  devIndicators: false,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  turbopack: {
    resolveAlias: {
      // Prisma's WebAssembly packages read their binary with `fs`; see the shim.
      fs: { browser: './lib/engines/fs-shim.ts' },
    },
  },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: contentSecurityPolicy },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        // A shared link carries the design in its fragment; its address is nobody else's business.
        { key: 'Referrer-Policy', value: 'no-referrer' },
      ],
    },
  ],
}

export default config
