// Says what there is to run.
import { readFileSync } from 'node:fs';

const COMMANDS = [
	['npm run demo', 'a real n8n with the nodes, the sandbox as the providers, and the examples; runs one and stays up'],
	['npm run dev', 'the same to work with: the nodes reload in n8n when a file of theirs is saved'],
	['npm run sandbox', 'only the sandbox: Partoo, 360dialog and Callbell on this machine'],
	['npm run pictures', 'the pictures of the examples, from the editor in a browser; -- panels: of all forms'],
	['npm run docs', 'the tables of codes in docs/what-goes-wrong.md, from what the nodes say'],
	['npm test', 'lint, types and the tests, without an n8n server'],
	['npx jest --watch', 'the tests of what was changed, again after each save; npx jest <path> -t <name> runs one'],
	['npm run test:e2e', 'the packed nodes in a real n8n, the editor in a browser included'],
	['npm run test:versions', 'the packed nodes in the engines of n8n 1.85 to the newest; -- --only 1.85,2.34 chooses'],
	['npm run lint', 'the rules, the format and what nobody uses any more; npx prettier --write . formats'],
	['npm run typecheck', 'the types alone'],
	['npm run bench', 'the figures; -- --only <name> runs one of them'],
	['npm run build', 'dist/, which is what is published'],
];

const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const width = Math.max(...COMMANDS.map(([command]) => command.length));
console.log(`${name} ${version}\n`);
for (const [command, purpose] of COMMANDS) console.log(`  ${command.padEnd(width)}  ${purpose}`);
console.log('\nEach of them installs first what it needs. Ctrl-C stops what stays up.');
