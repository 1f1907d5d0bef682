import type { IHookFunctions } from 'n8n-workflow';
import { isStart, warnOfTakeover } from '../../../shared/trigger/moved';
import { isProductionUrlOf, readUrl } from '../../../shared/trigger/webhookUrl';
import { dialog360 } from '../../provider/provider';
import { conflict, destinationsFull, destinationsOff } from './conflict';
import type { Destination, Destinations, Endpoint } from './endpoint';
import type { Registrar } from './registrar';
import { registeredWith } from './staticData';
import type { Registered } from './staticData';
import { isComplete } from './wanted';
import type { WantedWebhook } from './wanted';

/** https://docs.360dialog.com/docs/messaging/webhook/multiple-webhooks-per-phone-number */
const MAX_DESTINATIONS = 3;

/** A webhook beside the main one, known by its name. Whether 360dialog can delete a single one is not documented. */
export class AdditionalDestination implements Registrar {
	constructor(private readonly context: IHookFunctions) {}

	/** The same for the production and the test URL of a node: a name cannot be taken out again. */
	private get name(): string {
		return `n8n-${this.context.getNode().webhookId ?? this.context.getNode().id}`;
	}

	async isRegistered(wanted: WantedWebhook): Promise<boolean> {
		const { enabled, mine } = this.look(await wanted.endpoint.additional(), wanted);
		return enabled && mine !== undefined && isComplete(mine, wanted);
	}

	async register(wanted: WantedWebhook): Promise<Omit<Registered, 'baseUrl'>> {
		const { config, credential, endpoint, mode, own } = wanted;
		const { enabled, mine } = this.look(await endpoint.additional(), wanted);
		const destination = { name: this.name, ...config };
		if (mine && !isComplete(mine, wanted)) await endpoint.change(destination);
		if (!enabled) await endpoint.switchAdditional(true, ...(mine ? [] : [destination]));
		else if (!mine) await endpoint.append(destination);
		const address = mine && readUrl(mine.url)?.address;
		// What is remembered is told anyway.
		if (address && !registeredWith(this.context, credential))
			warnOfTakeover(this.context, dialog360.displayName, [address], own);
		return { mode, address: own.address };
	}

	async unregister(endpoint: Endpoint, { address }: Registered): Promise<void> {
		const { mine, others } = this.sort(await endpoint.additional());
		if (mine === undefined || readUrl(mine.url)?.address !== address) return;
		if (others.length === 0) return await endpoint.switchAdditional(false);
		this.context.logger.warn(
			`360dialog has no way to take out one of several additional webhooks: its calls go on arriving at ${address}, where n8n refuses them`,
		);
	}

	/** @throws Failure when there is no room, or when the trigger may not make it */
	private look(present: Destinations, wanted: WantedWebhook) {
		const { mine, others } = this.sort(present);
		const url = mine && readUrl(mine.url);
		const isElsewhere = url !== undefined && url.address !== wanted.own.address;
		// A copy of this n8n has the same name; only a person takes it over.
		if (isElsewhere && (isStart(this.context) || (wanted.isTest && isProductionUrlOf(url, wanted.own))))
			throw conflict(url, wanted);
		const addresses = others.map((other) => readUrl(other.url)?.address ?? other.name);
		if (!mine && others.length >= MAX_DESTINATIONS) throw destinationsFull(addresses);
		if (!present.enabled && others.length > 0) throw destinationsOff(addresses);
		return { enabled: present.enabled, mine };
	}

	private sort({ destinations }: Destinations): { mine?: Destination; others: Destination[] } {
		const mine = destinations.find(({ name }) => name === this.name);
		return { mine, others: destinations.filter((destination) => destination !== mine) };
	}
}
