import Fastify from 'fastify';
import { Pool } from 'pg';
import { uuidV7 } from '#store/uuid-v7';

/** The least that a durable registration can be: raw Fastify and one prepared INSERT. A process of its own. */
async function main(databaseUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 20 });
  await pool.query(`CREATE SCHEMA IF NOT EXISTS raw_probe`);
  await pool.query(`DROP TABLE IF EXISTS raw_probe.message`);
  await pool.query(`CREATE TABLE raw_probe.message (id uuid PRIMARY KEY, title text NOT NULL, content text NOT NULL)`);
  const text = `INSERT INTO raw_probe.message (id, title, content) VALUES ($1, $2, $3)`;
  const app = Fastify();
  app.post<{ Body: { title: string; content: string } }>('/api/tickets', async ({ body }, reply) => {
    const id = uuidV7(new Date());
    await pool.query({ name: 'insert', text, values: [id, body.title, body.content] });
    return reply.code(201).send({ id });
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  process.send?.(address);
  process.once('disconnect', () => process.exit(0));
}

void main(process.argv[2] ?? '');
