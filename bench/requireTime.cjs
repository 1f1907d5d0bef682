// Prints as JSON how long the given modules take to load once n8n-workflow is there, as it is in n8n, and how big the
// descriptions of the nodes among them are. Plain Node: what translates TypeScript would be measured as well.
const { createRequire } = require('node:module');

const [base, ...files] = process.argv.slice(2);
const requireThere = createRequire(base);
requireThere('n8n-workflow');

const began = performance.now();
const modules = files.map((file) => requireThere(file));
const milliseconds = performance.now() - began;

const bytes = modules
	.flatMap((loaded) => Object.values(loaded))
	.filter((value) => typeof value === 'function' && /^class\b/.test(String(value)))
	.map((Type) => new Type().description)
	.filter((description) => typeof description === 'object')
	.map((description) => Buffer.byteLength(JSON.stringify(description)));
process.stdout.write(JSON.stringify({ milliseconds, largest: Math.max(0, ...bytes) }));
