import { publish, unpublish } from '../../demo/publish';
import { exampleOf, type Workflow } from '../../demo/seed';
import { rowsOf } from './harness/dataTable';
import { eventually } from './harness/eventually';
import { seedExamples } from './harness/examples';
import { enterStage, type Stage } from './harness/stage';
import { chatsOf } from './harness/talks';

/** Who writes in the sandbox's samples. */
const CUSTOMER = '16505551234';

let stage: Stage;
let examples: Workflow[];
beforeAll(async () => {
	stage = await enterStage();
	examples = await seedExamples(stage);
});
afterAll(async () => {
	for (const { id } of examples) await stage.workflows.delete(id);
});

it('a lead from an ad is answered at once and kept with its ad, once for each person', async () => {
	const { id } = exampleOf(examples, 'dialog360AdLead');
	await publish(stage.n8n, id);
	// One person: a message without the ad, and two with it.
	for (const [index, kind] of ['text', 'ad', 'ad'].entries()) {
		await stage.sandbox.control('POST', 'dialog360/events', { kinds: [kind], wait: true });
		await eventually(async () => await stage.workflows.runs(id), ended(index + 1));
	}

	const messages = (await chatsOf(stage)).find((chat) => chat.id === CUSTOMER)?.messages ?? [];
	const answers = messages.filter(({ from }) => from === 'business');
	expect(answers).toMatchObject([
		{ content: { body: expect.stringMatching(/^Hello .+, thank you for your interest/) } },
	]);
	expect(await rowsOf(stage.n8n, 'WhatsApp leads')).toMatchObject([
		{
			phone: CUSTOMER,
			firstMessage: 'I saw your ad',
			adId: '120226305854810726',
			adHeadline: 'Chat with us',
			adClickId: 'Aff-n8ZTODiE79d22KtAwQKj9e',
			answered: answers[0]!.id,
		},
	]);
	await unpublish(stage.n8n, id);
});

const ended = (count: number) => (runs: Array<{ status: string }>) =>
	runs.length >= count && runs.every(({ status }) => status === 'success');
