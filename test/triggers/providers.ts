import type { OutgoingHttpHeaders } from 'node:http';
import type { IDataObject, INodeParameters, INodeTypeDescription } from 'n8n-workflow';

import { CallbellTrigger } from '../../nodes/Callbell/CallbellTrigger.node';
import { Dialog360Trigger } from '../../nodes/Dialog360/Dialog360Trigger.node';
import { PartooTrigger } from '../../nodes/Partoo/PartooTrigger.node';
import { messagesChange } from '../../sandbox/dialog360/webhooks/envelope';
import { statusChange } from '../../sandbox/dialog360/webhooks/samples';
import * as callbell from '../Callbell/trigger';
import * as dialog360 from '../Dialog360/trigger';
import type { TriggerBench } from '../engine';
import * as partoo from '../Partoo/trigger';

/** A trigger and how its provider talks to it: what a fourth provider has to say to be held to the same promises. */
export interface TriggerCase {
	id: string;
	description: INodeTypeDescription;
	/** The names of the events. */
	messages: string;
	statuses: string;
	/** Lets all statuses through. */
	allStatuses: IDataObject;
	/** An active trigger, or one that listens for a test event. */
	start(parameters: INodeParameters, isTest?: boolean): Promise<TriggerBench>;
	/** What shows that the provider made a call. */
	prove(body: string): OutgoingHttpHeaders;
	/** The body that tells of a message of a customer. */
	message(id: string, text: string, extra?: IDataObject): IDataObject;
	/** The body that tells that a message was delivered. */
	delivered(id: string): IDataObject;
	/** The body of an event that no list of this package knows. */
	unknown(type: string): IDataObject;
	/** Where the item has the customer. */
	customer: string[];
	/** The same message of somebody of whom the provider sends empty texts. */
	anonymous(id: string): IDataObject;
}

const entryWith = (...changes: object[]): IDataObject => ({ entry: [{ id: '1', changes: changes as IDataObject[] }] });

const partooCase: TriggerCase = {
	id: 'partoo',
	description: new PartooTrigger().description,
	messages: 'message_created',
	statuses: 'message_updated',
	allStatuses: {},
	start: async (parameters, isTest) => await partoo.startTrigger(parameters, { isTest }),
	prove: (body) => partoo.signed(body),
	message: (id, text, extra = {}) => partoo.created({ id, content: text, ...extra }),
	delivered: (id) => partoo.messageEvent({ id, status: 'Success' }),
	unknown: (type) => ({ type, payload: { id: 1, new_thing: 'x' } }),
	customer: ['recipient', 'consumerName', 'senderLabel'],
	anonymous: (id) => partoo.created({ id, sender_label: '' }, { consumer_name: '', consumer_phone_number: '' }),
};

const dialog360Case: TriggerCase = {
	id: 'dialog360',
	description: new Dialog360Trigger().description,
	messages: 'message',
	statuses: 'status',
	allStatuses: { statuses: ['delivered'] },
	start: async (parameters, isTest) => await dialog360.startManual(parameters, { isTest }),
	prove: () => dialog360.SIGNED,
	message: (id, body, extra = {}) =>
		entryWith(
			messagesChange({
				contacts: [{ profile: { name: 'Ann' }, wa_id: '491700000001', user_id: 'DE.1' }],
				messages: [{ from: '491700000001', id, timestamp: '1790000000', type: 'text', text: { body }, ...extra }],
			}),
		),
	delivered: (id) => entryWith(statusChange({ id, status: 'delivered' })),
	unknown: (type) => entryWith({ field: type, value: { new_thing: 'x' } }),
	customer: ['sender', 'senderId', 'senderParentId', 'name', 'username'],
	anonymous: (id) =>
		entryWith(
			messagesChange({
				contacts: [{ profile: { name: '', username: '' }, wa_id: '', user_id: '', parent_user_id: '' }],
				messages: [{ from: '', from_user_id: '', id, timestamp: '1790000000', type: 'text', text: { body: 'x' } }],
			}),
		),
};

const callbellCase: TriggerCase = {
	id: 'callbell',
	description: new CallbellTrigger().description,
	messages: 'message_created',
	statuses: 'message_status_updated',
	allStatuses: {},
	start: async (parameters, isTest) => await callbell.startTrigger(parameters, { isTest }),
	prove: (body) => callbell.signed(body),
	message: (uuid, text, extra = {}) => callbell.created({ uuid, text, ...extra }),
	delivered: (uuid) => callbell.updated({ uuid, status: 'delivered' }),
	unknown: (type) => ({ event: type, payload: { new_thing: 'x' } }),
	customer: ['sender', 'name', 'contactName', 'contactPhone', 'contactBsuid'],
	anonymous: (uuid) => callbell.created({ uuid, from: '' }, { name: '', phoneNumber: '', bsuid: '' }),
};

export const TRIGGERS: readonly TriggerCase[] = [partooCase, dialog360Case, callbellCase];
