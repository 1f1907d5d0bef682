import type { SendBody } from './contracts/messages';
import { invalid } from './errors';
import { MEMBERS } from './seed';
import type { CallbellSettings } from './settings';
import type { CallbellState } from './state';
import type { Channel, Contact, Team, Template } from './types';

export interface Wanted {
	channel: Channel;
	template: Template | undefined;
	team: Team | undefined;
}

/** What a schema cannot say of a message. https://docs.callbell.eu/api/reference/messages_api/post_send_messages */
export function checkSend(state: CallbellState, body: SendBody, { requireChannel }: CallbellSettings): Wanted {
	if (body.to === undefined && body.bsuid === undefined) throw invalid('to', 'must be present and not empty');
	if (requireChannel && body.channel_uuid === undefined) throw invalid('channel_uuid', 'must be present and not empty');
	const channel = state.channelFor(body.from, body.channel_uuid);
	if (channel?.type !== body.from) throw invalid('channel_uuid', `no channel of type ${body.from}`);
	const template = body.template_uuid === undefined ? undefined : checkTemplate(state, body, body.template_uuid);
	if (template === undefined) checkContent(body);
	return { channel, template, team: existingTeam(state, body.team_uuid) };
}

function checkContent({ type, content }: SendBody): void {
	// Audio and video go out as documents; as a type of its own, video is documented for templates only.
	if (type === 'video') throw invalid('type', 'is not supported without a template');
	if (type === 'text' && content.text === undefined) throw invalid('content.text', 'must be present and not empty');
	if (type !== 'text' && content.url === undefined) throw invalid('content.url', 'must be present and not empty');
}

function checkTemplate(state: CallbellState, body: SendBody, uuid: string): Template {
	if (body.optin_contact === undefined) throw invalid('optin_contact', 'must be present and not empty');
	const template = state.templates.find((one) => one.uuid === uuid);
	if (template === undefined) throw invalid('template_uuid', 'does not exist');
	if (template.status !== 'approved') throw invalid('template_uuid', `is ${template.status}`);
	if (body.type !== template.templateType) throw invalid('type', `must be ${template.templateType}`);
	if (body.type !== 'text' && body.content.url === undefined)
		throw invalid('content.url', 'must be present and not empty');
	const wanted = new Set(template.text.match(/\{\{\d+\}\}/g)).size;
	const given = body.template_values?.length ?? (body.content.text === undefined ? 0 : 1);
	if (given < wanted) throw invalid('template_values', `needs ${wanted} values, not ${given}`);
	return template;
}

export function existingTeam(state: CallbellState, uuid: string | undefined): Team | undefined {
	if (uuid === undefined) return undefined;
	const team = state.teams.find((one) => one.uuid === uuid);
	if (team === undefined) throw invalid('team_uuid', 'does not exist');
	return team;
}

/** Assigns what is wanted; a colleague who is not in the team is silently not assigned. */
export function assign(contact: Contact, user: string | undefined, team: Team | undefined): void {
	if (team !== undefined) contact.team = team;
	const member = MEMBERS.find(({ email }) => email === user);
	if (member?.teams.includes(contact.team.name)) contact.assignedUser = member.email;
}

/** The text that the customer reads. */
export function renderedText(template: Template, { template_values: values, content }: SendBody): string {
	const given = values ?? [content.text ?? ''];
	return template.text.replace(/\{\{(\d+)\}\}/g, (_, number: string) => given[Number(number) - 1] ?? '');
}
