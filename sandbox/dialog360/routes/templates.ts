import type { FastifyInstance, FastifyRequest } from 'fastify';

import { receivedBody } from '../../shared/body';
import { bodyContract } from '../../shared/contract';
import { any, flag, object } from '../contracts/schema';
import { accepted, gatewayRefusal, metaRefusal } from '../errors';
import type { Dialog360Service } from '../service';
import type { Component, Template } from '../templates/store';

const NOT_FOUND = 132001;
const INVALID_PARAMETER = 100;
const DEFAULT_LIMIT = 25;
/** The older list has words of its own. */
const OLDER_STATUS: Readonly<Record<string, string>> = { PENDING: 'submitted' };

interface NewTemplate {
	name: string;
	category: string;
	language: string;
	components: Component[];
}

const contract = bodyContract<NewTemplate>(
	object(['name', 'category', 'language', 'components'], {
		name: { type: 'string', pattern: '^[a-z0-9_]{1,512}$' },
		category: { enum: ['AUTHENTICATION', 'MARKETING', 'UTILITY'] },
		language: { type: 'string', pattern: '^[a-z]{2,3}(_[A-Z]{2,3})?$' },
		components: { type: 'array', minItems: 1, items: { type: 'object', required: ['type'] } },
		allow_category_change: flag,
		parameter_format: { enum: ['NAMED', 'POSITIONAL', 'named', 'positional'] },
		message_send_ttl_seconds: { type: 'integer' },
		cta_url_link_tracking_opted_out: flag,
		sub_category: any,
	}),
);

/** Templates, at both addresses. https://docs.360dialog.com/docs/messaging-api/api-reference/templates */
export function templateRoutes(app: FastifyInstance, service: Dialog360Service): void {
	newerRoutes(app, service);
	olderRoutes(app, service);
}

type Page = { Querystring: { limit?: string; after?: string; offset?: string; name?: string; hsm_id?: string } };

function newerRoutes(app: FastifyInstance, { templates, settings }: Dialog360Service): void {
	const path = '/message_templates';
	const there = () => checkThere(settings.templateLists !== 'older');

	app.get<Page>(path, async ({ query }) => {
		there();
		const begin = query.after === undefined ? 0 : Number(Buffer.from(query.after, 'base64url').toString());
		const data = templates.all().slice(begin, begin + Number(query.limit ?? DEFAULT_LIMIT));
		const end = begin + data.length;
		const after = Buffer.from(String(end)).toString('base64url');
		const next =
			end < templates.all().length
				? {
						next: `https://graph.facebook.com/v23.0/102290129340398/message_templates?access_token=not-for-clients&after=${after}`,
					}
				: {};
		return { data, paging: { cursors: { before: Buffer.from(String(begin)).toString('base64url'), after }, ...next } };
	});
	app.post(path, async (request) => {
		there();
		return create(request, templates);
	});
	app.delete<Page>(path, async ({ query: { name = '', hsm_id: id } }) => {
		there();
		if (!templates.delete(name, id)) throw metaRefusal(NOT_FOUND, `template name (${name}) does not exist`);
		return { success: true };
	});
}

function olderRoutes(app: FastifyInstance, { templates, settings }: Dialog360Service): void {
	const path = '/v1/configs/templates';
	const there = () => checkThere(settings.templateLists !== 'newer');

	app.get<Page>(path, async ({ query }) => {
		there();
		const offset = Number(query.offset ?? 0);
		const limit = Number(query.limit ?? DEFAULT_LIMIT);
		const all = templates.all();
		const page = all.slice(offset, offset + limit).map(older);
		return { waba_templates: page, count: page.length, total: all.length, limit, offset, filters: {}, sort: ['id'] };
	});
	app.post(path, async (request) => {
		there();
		return create(request, templates);
	});
	app.delete<{ Params: { name: string } }>(`${path}/:name`, async ({ params: { name } }) => {
		there();
		if (!templates.delete(name)) throw metaRefusal(NOT_FOUND, `template name (${name}) does not exist`);
		return { success: true };
	});
}

function checkThere(isThere: boolean): void {
	if (!isThere) throw gatewayRefusal(404, 'Not found');
}

function create(request: FastifyRequest, templates: Dialog360Service['templates']) {
	const body = receivedBody(request);
	const wanted = accepted(contract(body.kind === 'json' ? body.value : undefined));
	if (templates.find(wanted.name, wanted.language)) {
		throw metaRefusal(INVALID_PARAMETER, `There is already ${wanted.language} content for this template`);
	}
	const fault = faultOf(wanted.components);
	if (fault !== null) throw metaRefusal(INVALID_PARAMETER, fault);
	const { name, language, category, components } = wanted;
	const { id, status } = templates.add({ name, language, category, components, status: 'PENDING' });
	return { id, status, category };
}

const LIMITS: Readonly<Record<string, number>> = { BODY: 1024, FOOTER: 60, HEADER: 60 };
const MAX_BUTTONS = 10;
const BUTTON_TEXT_MAX = 25;

/** Lengths, counts and samples. https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components */
function faultOf(components: Component[]): string | null {
	if (!components.some(({ type }) => type === 'BODY')) return 'components: A BODY is required';
	for (const { type, format, text = '', buttons = [], example } of components) {
		if (text.length > (LIMITS[type] ?? Infinity)) return `${type}: ${text.length} characters, at most ${LIMITS[type]}`;
		if (/\{\{/.test(text) && example === undefined) return `${type}: A sample is required for its variables`;
		if (type === 'HEADER' && ['IMAGE', 'VIDEO', 'DOCUMENT'].includes(format ?? '') && example === undefined)
			return 'HEADER: A sample (header_handle) is required';
		if (buttons.length > MAX_BUTTONS) return `BUTTONS: ${buttons.length}, at most ${MAX_BUTTONS}`;
		const long = buttons.find((button) => (button.text ?? '').length > BUTTON_TEXT_MAX);
		if (long) return `BUTTONS: "${long.text}" has more than ${BUTTON_TEXT_MAX} characters`;
	}
	return null;
}

function older({ status, ...template }: Template) {
	return {
		...template,
		external_id: template.id,
		status: OLDER_STATUS[status] ?? status.toLowerCase(),
		rejected_reason: status === 'REJECTED' ? 'INVALID_FORMAT' : null,
		namespace: 'c8ae5f90_307a_ca4c_b8f6_d1e2a2573574',
	};
}
