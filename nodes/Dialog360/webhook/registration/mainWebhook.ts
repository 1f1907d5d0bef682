import type { IHookFunctions } from 'n8n-workflow';
import { Failure } from '../../../shared/failures/failure';
import { settled } from '../../../shared/failures/settled';
import { isStart } from '../../../shared/trigger/moved';
import { asKnownAt, othersAt, seatsAt, TRIES, warnOfGone } from '../../../shared/trigger/sharing/seat';
import type { Sharer } from '../../../shared/trigger/sharing/seat';
import { isProductionUrlOf, readUrl } from '../../../shared/trigger/webhookUrl';
import { conflict } from './conflict';
import type { Endpoint } from './endpoint';
import type { Registrar } from './registrar';
import { configOf, isSame } from './sharedConfig';
import type { Registered, WebhookConfig } from './staticData';
import type { WantedWebhook } from './wanted';

/** What is to be at 360dialog, and what has to be put back one day. */
interface Plan {
	config: WebhookConfig;
	replaced?: WebhookConfig;
	/** Who shared it and is there no more. */
	gone?: string[];
	/** With which those that share it know each other. */
	shareKey?: string;
}

/** The main webhook of the number. There is one, and 360dialog has no way to take it out. */
export class MainWebhook implements Registrar {
	constructor(private readonly context: IHookFunctions) {}

	async isRegistered(wanted: WantedWebhook): Promise<boolean> {
		const present = await wanted.endpoint.main();
		const { config } = await this.plan(present, wanted);
		return present !== undefined && isSame(present, config);
	}

	async register(wanted: WantedWebhook): Promise<Omit<Registered, 'baseUrl'>> {
		const { endpoint, mode, own } = wanted;
		for (let left = TRIES; ; left--) {
			const present = await endpoint.main();
			const { config, replaced, gone = [], shareKey = wanted.sharer.key } = await this.plan(present, wanted);
			await this.set(endpoint, config);
			warnOfGone(this.context, gone);
			// Where nobody can take part, nobody can have been overwritten, nor overwrite.
			const isSettled = !wanted.sharer.mayJoin || (await endpoint.main())?.url === config.url;
			if (isSettled || left === 0) return { mode, address: own.address, shareKey, ...(replaced && { replaced }) };
		}
	}

	async unregister(endpoint: Endpoint, { address, replaced }: Registered, sharer: Sharer): Promise<void> {
		const present = await endpoint.main();
		const { logger } = this.context;
		const { name } = this.context.getNode();
		const others = present && othersAt(present.url, sharer);
		if (present === undefined || others === undefined) {
			logger.info(`${name} leaves the webhook of this number alone: somebody has changed it meanwhile`);
		} else if (others.length > 0) {
			await this.set(endpoint, configOf(present, others, asKnownAt(present.url, sharer)));
		} else if (replaced) {
			await endpoint.setMain(replaced);
		} else {
			logger.warn(
				`360dialog has no way to take a webhook out, and there was none before: its calls go on arriving at ${address}, where n8n refuses them. To end that, set another URL at 360dialog.`,
			);
		}
	}

	/** @throws Failure when the webhook is somebody else's and may not be replaced */
	private async plan(present: WebhookConfig | undefined, wanted: WantedWebhook): Promise<Plan> {
		const { config, sharer } = wanted;
		if (!present) return { config };
		const seats = await seatsAt(this.context, present.url, sharer);
		if (!seats) {
			this.checkForeign(present, wanted);
			return { config, replaced: present };
		}
		// Between two activations the trigger's own URL stays where nothing could be put back: that is nothing to restore.
		const replaced = wanted.registered?.replaced ?? (seats.told.find(Boolean) as WebhookConfig | undefined);
		const { members, gone, key } = seats;
		return { config: configOf(present, members, { ...sharer, key }, config), replaced, gone, shareKey: key };
	}

	/** @throws Failure when somebody else's webhook may not be replaced */
	private checkForeign(present: WebhookConfig, wanted: WantedWebhook): void {
		const foreign = readUrl(present.url) ?? { address: present.url, origin: '', search: '' };
		// Replacing the production URL for a test would silence the active workflow.
		const isSilencing = wanted.isTest && isProductionUrlOf(foreign, wanted.own);
		// At a start of n8n nobody has said that this n8n shall have it, unless it had it before.
		const isNew = isStart(this.context) && !wanted.registered;
		if (wanted.mode !== 'replace' || isSilencing || isNew) throw conflict(foreign, wanted);
	}

	/** Sets the URL; when the answer was lost, a look tells whether it was set all the same. */
	private async set(endpoint: Endpoint, config: WebhookConfig): Promise<void> {
		const result = await settled(endpoint.setMain(config));
		if (result.status === 'fulfilled') return;
		const isInDoubt = result.reason instanceof Failure && result.reason.outcome === 'inDoubt';
		const present = isInDoubt ? await settled(endpoint.main()) : undefined;
		if (present?.status !== 'fulfilled' || present.value?.url !== config.url) throw result.reason;
	}
}
