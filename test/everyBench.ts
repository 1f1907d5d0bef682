import { CallbellBench } from './Callbell/callbell';
import { Dialog360Bench } from './Dialog360/dialog360';
import { PartooBench } from './Partoo/partoo';

/** The three nodes beside a sandbox each, as new for each test; to be called at the top of a file. */
export function useEveryBench() {
	const benches = {} as { dialog360: Dialog360Bench; callbell: CallbellBench; partoo: PartooBench };
	const sandboxes = () => Object.values(benches).map(({ sandbox }) => sandbox);
	beforeAll(async () => {
		const [dialog360, callbell, partoo] = await Promise.all([
			Dialog360Bench.start(),
			CallbellBench.start(),
			PartooBench.start(),
		]);
		Object.assign(benches, { dialog360, callbell, partoo });
	});
	afterAll(async () => await Promise.all(sandboxes().map(async (sandbox) => await sandbox.stop())));
	beforeEach(async () => await Promise.all(sandboxes().map(async (sandbox) => await sandbox.reset())));
	return benches;
}
