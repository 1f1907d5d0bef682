import { createServer, type Server } from 'node:http';

import { eventually } from './harness/eventually';
import { listen } from './harness/listen';
import { enterStage, type Stage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { dialog360 } from './providers/dialog360';

describe('a 360dialog trigger as an additional destination', () => {
	let stage: Stage;
	let crm: Server;
	let calls = 0;

	beforeAll(async () => {
		stage = await enterStage();
		crm = createServer((request, response) => {
			calls++;
			request.resume().once('end', () => response.writeHead(200).end());
		});
	});
	afterAll(async () => {
		crm.close();
		await stage.workflows.clear();
	});

	it('gets what the main webhook gets, which stays where it is', async () => {
		const main = { url: await listen(crm), headers: { 'X-Key': 'of the CRM' } };
		await stage.sandbox.control('POST', 'dialog360/webhooks', main);
		const foreign = await dialog360.registrations(stage);
		const workflow = await TriggerWorkflow.create(stage, dialog360, {
			events: ['message'],
			options: { registration: 'additional' },
		});
		await workflow.activate();
		const registered = await dialog360.registrations(stage);
		expect(registered).toEqual(expect.arrayContaining(foreign));
		expect(registered.map(({ url }) => url)).toEqual([main.url, workflow.url]);

		const messageId = await dialog360.happen(stage);
		await eventually(
			async () => await workflow.outputs(),
			(outputs) => outputs.length > 0,
		);
		expect(await workflow.outputs()).toMatchObject([{ messageId }]);
		expect(calls).toBe(1);

		await stage.workflows.deactivate(workflow.id);
		expect(await dialog360.registrations(stage)).toEqual(expect.arrayContaining(foreign));
		await dialog360.happen(stage);
		await eventually(
			async () => calls,
			(count) => count === 2,
		);
		expect(await workflow.outputs()).toHaveLength(1);
	});
});
