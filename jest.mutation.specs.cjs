// Every spec of the pure libraries in one file: for each mutant Jest would otherwise load the libraries once for each spec.
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

for (const folder of ['libs/ticket/src', 'libs/calendar/src'])
  for (const name of readdirSync(join(__dirname, folder), { recursive: true }))
    if (name.endsWith('.spec.ts')) require(join(__dirname, folder, name));
