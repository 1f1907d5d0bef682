// Prints as JSON how long the nodes and credentials in the given modules take to load as n8n does it, which makes one of
// each when it starts, and how big their descriptions are. n8n-workflow is there before, as it is in n8n. Plain Node:
// what translates TypeScript would be measured as well.
const { createRequire } = require('node:module');

const [base, ...files] = process.argv.slice(2);
const requireThere = createRequire(base);
requireThere('n8n-workflow');

const began = performance.now();
const loaded = files
	.flatMap((file) => Object.values(requireThere(file)))
	.filter((value) => typeof value === 'function' && /^class\b/.test(String(value)))
	.map((Type) => new Type());
const milliseconds = performance.now() - began;

const bytes = loaded
	.filter(({ description }) => typeof description === 'object')
	.map(({ description }) => Buffer.byteLength(JSON.stringify(description)));
process.stdout.write(JSON.stringify({ milliseconds, largest: Math.max(0, ...bytes) }));
