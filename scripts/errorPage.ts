// The tables of codes in docs/what-goes-wrong.md, from what the nodes say.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CODES as callbellCodes } from '../nodes/Callbell/provider/errors';
import { callbell } from '../nodes/Callbell/provider/provider';
import { CODES as whatsappCodes } from '../nodes/Dialog360/provider/errorCodes';
import { PERMISSION } from '../nodes/Dialog360/provider/errorCodes/account';
import { dialog360 } from '../nodes/Dialog360/provider/provider';
import { partoo } from '../nodes/Partoo/provider/provider';
import type { Provider } from '../nodes/shared/transport/provider';

const PAGE = join(__dirname, '..', 'docs', 'what-goes-wrong.md');
const BEGIN = '<!-- Written by npm run docs -->';
const END = '<!-- End of what npm run docs writes -->';
const STATUSES = [302, 400, 401, 403, 404, 429, 500];
const NAMES: Record<number, string> = { 302: '3xx', 500: '5xx' };

interface Row {
	code: string;
	cause?: string;
	nextStep: string;
}

function table(rows: Row[]): string {
	const lines = rows.map(({ code, cause = '', nextStep }) => `| ${code} | ${cause} | ${nextStep} |`);
	return ['| code | cause | what to do |', '| --- | --- | --- |', ...lines].join('\n');
}

function statusesOf(provider: Provider): Row[] {
	return STATUSES.map((statusCode) => {
		const { cause, nextStep } = provider.explain({ statusCode, headers: {}, body: {} }, '');
		return { code: NAMES[statusCode] ?? String(statusCode), cause, nextStep };
	});
}

const rowsOf = (codes: Record<string, Omit<Row, 'code'>>): Row[] =>
	Object.entries(codes).map(([code, row]) => ({ code, ...row }));

/** The page with its tables as the code has them now. */
export function withErrorTables(page: string): string {
	const tables = [
		`### Partoo\n\n${table(statusesOf(partoo))}`,
		`### 360dialog\n\nWithout a code of WhatsApp's:\n\n${table(statusesOf(dialog360))}`,
		`### WhatsApp, through 360dialog\n\n${table([...rowsOf(whatsappCodes), { code: '200 to 299', ...PERMISSION }])}`,
		`### Callbell\n\n${table([...statusesOf(callbell), ...rowsOf(callbellCodes)])}`,
	];
	const [before, after] = [page.split(BEGIN)[0]!, page.split(END)[1]!];
	return `${before}${BEGIN}\n\n${tables.join('\n\n')}\n\n${END}${after}`;
}

if (require.main === module) writeFileSync(PAGE, withErrorTables(readFileSync(PAGE, 'utf8')));
