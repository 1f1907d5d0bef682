import { WakeUp } from '../../../nodes/shared/pacing/wakeUp';
import { SimulatedClock } from './simulatedClock';

function alarm() {
	const clock = new SimulatedClock();
	const rung: number[] = [];
	return { clock, rung, wakeUp: new WakeUp(clock, () => rung.push(clock.now())) };
}

describe('a wake-up call', () => {
	it('comes once, at the earliest of the moments', async () => {
		const { clock, rung, wakeUp } = alarm();
		for (const at of [300, 100, 200]) wakeUp.set(at);
		await clock.pass(1_000);
		expect(rung).toEqual([100]);
	});

	it('can be set again afterwards', async () => {
		const { clock, rung, wakeUp } = alarm();
		wakeUp.set(100);
		await clock.pass(150);
		wakeUp.set(200);
		await clock.pass(150);
		expect(rung).toEqual([100, 200]);
	});

	it('leaves nothing ticking when it is off', async () => {
		const { clock, rung, wakeUp } = alarm();
		for (const at of [300, 100]) wakeUp.set(at);
		wakeUp.off();
		expect(clock.waits).toBe(0);
		await clock.pass(1_000);
		expect(rung).toEqual([]);
	});
});
