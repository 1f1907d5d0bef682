import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Checked } from './contract';

class ControlMistake extends Error {
	readonly statusCode = 400;
}

/** The checked value, or a 400 that says what was wrong: a misspelt setting must not pass unseen. */
export function demand<T>(checked: Checked<T>): T {
	if (checked.ok) return checked.value;
	throw new ControlMistake(JSON.stringify(checked.findings));
}

/** Control calls may leave the body out, with or without a content type. */
export function readControlBodies(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: FastifyRequest, text: string) => {
		try {
			return text === '' ? {} : (JSON.parse(text) as unknown);
		} catch {
			throw new ControlMistake('The body is not JSON');
		}
	});
}
