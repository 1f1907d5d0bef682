import type { IHookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { Failure } from '../../../shared/failures/failure';
import { isOfSameNode, readUrl } from '../../../shared/trigger/webhookUrl';
import { dialog360BaseUrl } from '../../provider/environment';
import { conflict } from './conflict';
import type { Endpoint } from './endpoint';
import type { WebhookPlace } from './webhookPlace';
import { registeredWith } from './staticData';
import type { Registered, WebhookConfig } from './staticData';
import { foreignUrl, isComplete } from './wanted';
import type { WantedWebhook } from './wanted';

/** The main webhook of the number. There is one, and 360dialog has no call to take it out. */
export class MainWebhook implements WebhookPlace {
	constructor(private readonly context: IHookFunctions) {}

	async isTaken(wish: WantedWebhook): Promise<boolean> {
		const present = await wish.endpoint.main();
		this.checkForeign(present, wish);
		return present !== undefined && isComplete(present, wish);
	}

	async take(wish: WantedWebhook): Promise<Registered> {
		const { credential, endpoint, mode, own } = wish;
		const present = await endpoint.main();
		const isForeign = this.checkForeign(present, wish);
		await this.set(wish);
		// Between two activations the trigger's own URL stays where nothing could be put back: that is nothing to restore.
		const replaced = isForeign ? present : present && registeredWith(this.context, credential)?.replaced;
		return { mode, address: own.address, baseUrl: dialog360BaseUrl(credential), ...(replaced && { replaced }) };
	}

	async giveBack(endpoint: Endpoint, { address, replaced }: Registered): Promise<void> {
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
	 * Whether the place is somebody else's.
	 *
	 * @throws Failure when it may not be replaced
	 */
	private checkForeign(present: WebhookConfig | undefined, wish: WantedWebhook): boolean {
		const foreign = present && foreignUrl(present, wish, this.context);
		if (!foreign) return false;
		// Replacing the production URL for a test would silence the active workflow.
		if (wish.mode === 'replace' && !(wish.isTest && isOfSameNode(foreign, wish.own))) return true;
		throw conflict(foreign, wish);
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
