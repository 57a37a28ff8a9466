import S3rver from '@20minutes/s3rver'

// The server of test/s3.ts: a process of its own, because its listings need a cipher that Node has only when it is asked for.

const [directory = ''] = process.argv.slice(2)
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory,
  configureBuckets: [{ name: 'pictures', configs: [] }],
})
const { port } = await server.run()
process.on('disconnect', () => process.exit())
process.send?.({ port })
