// An S3-compatible server in a process of its own, since Jest would transform it: s3rver keeps buckets in a directory.
// Speaks with s3-server.ts through messages.
import S3rver from 's3rver';

const [directory, bucket] = process.argv.slice(2);
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory,
  configureBuckets: [{ name: bucket }],
});
const { port } = await server.run();
process.on('message', () => process.exit());
process.on('disconnect', () => process.exit());
process.send({ endpoint: `http://127.0.0.1:${port}` });
