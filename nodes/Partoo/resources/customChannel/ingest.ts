import { asObject } from '../../../shared/json';
import { collection } from '../../../shared/input/collection';
import { clip } from '../../../shared/failures/clip';
import { knownFirst } from '../../../shared/delivery/deliveryStatus';
import { badField, Failure } from '../../../shared/failures/failure';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { channelId } from '../../fields/ids';
import { acceptedStatus } from '../../provider/messageStatus';
import { ingestBody } from './ingestBody';
import type { IngestInput } from './ingestBody';
import { options, what, whom } from './ingestFields';

export const ingest = defineOperation({
	name: 'Ingest',
	value: 'ingest',
	action: 'Ingest message',
	description: 'Add a message from another system to a custom channel; answers its IDs',
	repeatable: true,
	expects: { status: 'success' },
	fields: { whom, what, options: [options] },
	async run(item) {
		const channel = channelId(item.param('channelId', ''));
		const { consumerName, consumerImage } = collection(item, 'Additional Fields', 'additionalFields');
		const input: IngestInput = {
			businessId: item.param('businessId', ''),
			externalConversationId: item.param('externalConversationId', ''),
			externalMessageId: item.param('externalMessageId', ''),
			content: item.param('content', ''),
			senderType: item.param('senderType', null),
			consumerName,
			consumerImage,
		};
		const body = ingestBody(input, item.isCustom);
		checkIsFirst(item, channel, body.external_message_id!);
		const url = `/custom-channels/${encodeURIComponent(channel)}/messages`;
		const answer = await item.ask({ method: 'POST', url, body });
		const failure = item.failureOf(answer);
		if (failure) throw answer.statusCode === 403 ? withoutRole(failure) : failure;
		const { external_conversation_id: externalConversationId, external_message_id: externalMessageId } = body;
		const accepted = acceptedStatus({ externalConversationId, externalMessageId }, asObject(answer.body));
		return toItems([knownFirst({ ...accepted, providerStatus: null })]);
	},
});

/** Partoo takes the first message of an ID and ignores all others, without a word. */
function checkIsFirst(item: ItemContext, channel: string, id: string): void {
	const first = item.memory.firstWith(`message ${id} of ${channel}`, item.itemIndex);
	if (first === item.itemIndex) return;
	throw badField(
		'External Message ID',
		`holds "${clip(id)}", which item ${first} of this run has, too; Partoo ignores the second message of an ID`,
		'Give each message an ID of its own. Where both are the same message, leave one out with the node Remove Duplicates.',
	);
}

/** Partoo documents one refusal of its own: the role (reference page of "ingest message"). */
function withoutRole({ facts }: Failure): Failure {
	return new Failure({
		...facts,
		cause: 'Only keys of the roles ORG_ADMIN and PROVIDER may write into a custom channel.',
		nextStep:
			'Use a credential with a key of an ORG_ADMIN or PROVIDER, and check that the channel belongs to its organization.',
	});
}
