import type { IHookFunctions } from 'n8n-workflow';
import { Failure } from '../../../shared/failures/failure';
import { settled } from '../../../shared/failures/settled';
import { isStart } from '../../../shared/trigger/moved';
import { isProductionUrlOf, readUrl } from '../../../shared/trigger/webhookUrl';
import { conflict } from './conflict';
import type { Endpoint } from './endpoint';
import type { Registrar } from './registrar';
import { registeredWith } from './staticData';
import type { Registered, WebhookConfig } from './staticData';
import { foreignUrl, isComplete } from './wanted';
import type { WantedWebhook } from './wanted';

/** The main webhook of the number. There is one, and 360dialog has no way to take it out. */
export class MainWebhook implements Registrar {
	constructor(private readonly context: IHookFunctions) {}

	async isRegistered(wanted: WantedWebhook): Promise<boolean> {
		const present = await wanted.endpoint.main();
		this.checkForeign(present, wanted);
		return present !== undefined && isComplete(present, wanted);
	}

	async register(wanted: WantedWebhook): Promise<Omit<Registered, 'baseUrl'>> {
		const { credential, endpoint, mode, own } = wanted;
		const present = await endpoint.main();
		const isForeign = this.checkForeign(present, wanted);
		await this.set(wanted);
		// Between two activations the trigger's own URL stays where nothing could be put back: that is nothing to restore.
		const replaced = isForeign ? present : present && registeredWith(this.context, credential)?.replaced;
		return { mode, address: own.address, ...(replaced && { replaced }) };
	}

	async unregister(endpoint: Endpoint, { address, replaced }: Registered): Promise<void> {
		const present = await endpoint.main();
		const { logger } = this.context;
		const { name } = this.context.getNode();
		if (present === undefined || readUrl(present.url)?.address !== address) {
			logger.info(`${name} leaves the webhook of this number alone: somebody has changed it meanwhile`);
		} else if (replaced) {
			await endpoint.setMain(replaced);
		} else {
			logger.warn(
				`360dialog has no way to take a webhook out, and there was none before: its calls go on arriving at ${address}, where n8n refuses them. To end that, set another URL at 360dialog.`,
			);
		}
	}

	/**
	 * Whether the webhook is somebody else's.
	 *
	 * @throws Failure when it may not be replaced
	 */
	private checkForeign(present: WebhookConfig | undefined, wanted: WantedWebhook): boolean {
		const foreign = present && foreignUrl(present, wanted, this.context);
		if (!foreign) return false;
		// Replacing the production URL for a test would silence the active workflow.
		const isSilencing = wanted.isTest && isProductionUrlOf(foreign, wanted.own);
		// At a start of n8n nobody has said that this n8n shall have it, unless it had it before.
		const isNew = isStart(this.context) && !registeredWith(this.context, wanted.credential);
		if (wanted.mode === 'replace' && !isSilencing && !isNew) return true;
		throw conflict(foreign, wanted);
	}

	/** Sets the URL; when the answer was lost, a look tells whether it was set all the same. */
	private async set({ endpoint, config }: WantedWebhook): Promise<void> {
		const result = await settled(endpoint.setMain(config));
		if (result.status === 'fulfilled') return;
		const isInDoubt = result.reason instanceof Failure && result.reason.outcome === 'inDoubt';
		const present = isInDoubt ? await settled(endpoint.main()) : undefined;
		if (present?.status !== 'fulfilled' || present.value?.url !== config.url) throw result.reason;
	}
}
