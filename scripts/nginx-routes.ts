import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nginxRoutes } from '#http-api/nginx-routes';

/** Writes nginx's map from the route table; a test says when it is stale. */
writeFileSync(join(process.cwd(), 'deploy/nginx/routes.conf'), nginxRoutes());
