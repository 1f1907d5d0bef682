import { Partoo } from '../../../nodes/Partoo/Partoo.node';
import { partooAt } from '../partooAt';
import { json, startServer } from '../startServer';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

it('each item has its own value of what holds an expression, however deep, and all have the same of the rest', async () => {
	let sent = 0;
	const server = await startServer((_, response) => json(response, { message_id: ++sent, status: 'Sending' }));
	const { error } = await partooAt(
		server.url,
		{
			conversationId: byId('={{ $json.conversation }}') as never,
			text: 'The same',
			options: { additionalBodyFields: '={{ JSON.stringify({ note: $json.note }) }}' },
		},
		{
			node: new Partoo(),
			items: [1, 2, 3].map((number) => ({ json: { conversation: 1000 + number, note: `note ${number}` } })),
		} as never,
	);
	expect(error).toBeUndefined();
	const bodies = server.asked.map(({ body }) => JSON.parse(String(body)) as object);
	expect(bodies).toEqual(
		[1, 2, 3].map((number) =>
			expect.objectContaining({ conversation_id: 1000 + number, content: 'The same', note: `note ${number}` }),
		),
	);
	await server.close();
});
