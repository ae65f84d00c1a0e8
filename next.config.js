// @ts-check
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  // Messages are parsed once, by the build: every page is 8 KB lighter without the parser.
  experimental: { messages: { path: './i18n', format: 'json', locales: ['en', 'zh'], precompile: true } },
})

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The 50,000 values that may be saved together, about 120 bytes each.
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  // Development is served by name (see scripts/lib/serve.mjs) and opened by number.
  allowedDevOrigins: ['127.0.0.1'],
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js', 'pg'],
  async headers() {
    const policy = [
      "default-src 'self'",
      // Next.js boots from inline scripts; nothing is ever loaded from another host.
      `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      `connect-src 'self'${process.env.NODE_ENV === 'development' ? ' ws:' : ''}`,
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; ')
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'Content-Security-Policy', value: policy },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
      {
        // Files that anybody attached: whatever they are, no page of this host.
        source: '/api/evidence/:id',
        headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; sandbox" }],
      },
    ]
  },
}

export default withNextIntl(config)
