import type { INodeParameters } from 'n8n-workflow';
import { byId, FACEBOOK, newAccount, PartooBench } from '../../Partoo/partoo';
import { useFastClock } from '../fastClock';

type Effect = 'reset' | 'lostAnswer' | 'hang' | 'throttle' | 'status';

let texts = 0;

/** A text that no other test of the file sends. */
export const newText = (word = 'Equal') => `${word} ${++texts}`;

/** What a send is asked for: a text of each item's own. */
export const parameters = (extra: INodeParameters = {}): INodeParameters => ({
	conversationId: byId(FACEBOOK),
	text: `=${newText('Run')} item {{ $json.n }}`,
	...extra,
});

/** The door, seen through Partoo's node: what arrives at the server, and what a user is told. Waits are short here. */
export function useDoor() {
	let bench: PartooBench;
	useFastClock();
	beforeAll(async () => (bench = await PartooBench.start()));
	afterAll(async () => await bench.sandbox.stop());
	beforeEach(async () => await bench.sandbox.reset());

	return {
		get sandbox() {
			return bench.sandbox;
		},
		/** The requests to send that arrived so far. */
		posts: async () => await bench.sandbox.requests({ method: 'POST', path: '/messages' }),
		/** Makes sends go wrong. */
		fail: async (effect: Effect, more = {}) =>
			await bench.sandbox.faults([{ method: 'POST', path: '^/messages$', effect, ...more }]),
		/** Runs with an account of its own, unless the test is about sharing one. */
		run: async (operation: string, params: INodeParameters, extras: Parameters<PartooBench['run']>[2] = {}) =>
			await bench.run(operation, params, { ...newAccount(), ...extras }),
	};
}
