import type { FastifyInstance, FastifyRequest } from 'fastify';

import { receivedBody } from '../../shared/body';
import { bodyContract } from '../../shared/contract';
import { any, flag, object } from '../contracts/schema';
import { accepted, gatewayRefusal, metaRefusal } from '../errors';
import type { Dialog360Service } from '../service';
import { type ButtonInput, fromLibrary } from '../templates/library';
import { faultOf, kept } from '../templates/newTemplate';
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

type OfLibrary = Omit<NewTemplate, 'components'> & {
	library_template_name: string;
	library_template_button_inputs?: ButtonInput[];
};

/** https://docs.360dialog.com/partner/messaging-and-calling/template-messages/create-and-manage-template-messages */
const libraryContract = bodyContract<OfLibrary>(
	object(['name', 'category', 'language', 'library_template_name'], {
		name: { type: 'string', pattern: '^[a-z0-9_]{1,512}$' },
		category: { enum: ['AUTHENTICATION', 'UTILITY'] },
		language: { type: 'string', pattern: '^[a-z]{2,3}(_[A-Z]{2,3})?$' },
		library_template_name: any,
		library_template_button_inputs: { type: 'array', items: { type: 'object', required: ['type'] } },
		library_template_body_inputs: { type: 'object' },
	}),
);

const editContract = bodyContract<Pick<NewTemplate, 'components'>>(
	object(['components'], {
		components: { type: 'array', minItems: 1, items: { type: 'object', required: ['type'] } },
		category: { enum: ['AUTHENTICATION', 'MARKETING', 'UTILITY'] },
	}),
);

/** Templates, at both addresses. https://docs.360dialog.com/docs/messaging-api/api-reference/templates */
export function templateRoutes(app: FastifyInstance, service: Dialog360Service): void {
	newerRoutes(app, service);
	olderRoutes(app, service);
	editRoute(app, service);
}

type Page = { Querystring: { limit?: string; after?: string; offset?: string; name?: string; hsm_id?: string } };

function newerRoutes(app: FastifyInstance, service: Dialog360Service): void {
	const { templates, settings } = service;
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
		return create(request, service);
	});
	app.delete<Page>(path, async ({ query: { name = '', hsm_id: id } }) => {
		there();
		if (!templates.delete(name, id)) throw metaRefusal(NOT_FOUND, `template name (${name}) does not exist`);
		return { success: true };
	});
}

function olderRoutes(app: FastifyInstance, service: Dialog360Service): void {
	const { templates, settings } = service;
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
		return create(request, service);
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

function create(request: FastifyRequest, { templates, samples }: Dialog360Service) {
	const body = receivedBody(request);
	const given = body.kind === 'json' ? body.value : undefined;
	const isFromLibrary = isOfLibrary(given);
	const wanted = isFromLibrary ? takenFromLibrary(accepted(libraryContract(given))) : accepted(contract(given));
	const { name, language, category, components } = wanted;
	if (templates.find(name, language))
		throw metaRefusal(INVALID_PARAMETER, `There is already ${language} content for this template`);
	if (!isFromLibrary) checkNew(category, components, samples);
	const status = isFromLibrary ? 'APPROVED' : 'PENDING';
	const { id } = templates.add({ name, language, category, components: kept(category, components), status });
	return { id, status, category };
}

function checkNew(category: string, components: Component[], { handles }: Dialog360Service['samples']): void {
	const wrong = faultOf(category, components, (handle) => handles.has(handle));
	if (wrong) throw metaRefusal(INVALID_PARAMETER, wrong.words, wrong.subcode);
}

const isOfLibrary = (body: unknown): boolean =>
	typeof body === 'object' && body !== null && 'library_template_name' in body;

function takenFromLibrary({
	library_template_name: from,
	library_template_button_inputs: inputs,
	...wanted
}: OfLibrary) {
	const components = fromLibrary(from, inputs);
	if (typeof components === 'string') throw metaRefusal(INVALID_PARAMETER, components);
	return { ...wanted, components };
}

/** Puts other components in the place of a template's; it is reviewed again. */
function editRoute(app: FastifyInstance, { templates, samples, settings }: Dialog360Service): void {
	app.post<{ Params: { id: string } }>('/:id(^\\d+$)', async (request) => {
		checkThere(settings.templateLists !== 'older');
		const { id } = request.params;
		const template = templates.all().find((one) => one.id === id);
		if (!template) throw metaRefusal(INVALID_PARAMETER, `Object with ID '${id}' does not exist`);
		const body = receivedBody(request);
		const { components } = accepted(editContract(body.kind === 'json' ? body.value : undefined));
		checkNew(template.category, components, samples);
		Object.assign(template, { components: kept(template.category, components), status: 'PENDING' });
		return { success: true };
	});
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
