import type { IHookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { isStart, warnOfTakeover } from '../../../shared/trigger/moved';
import { isAtHome } from '../../../shared/trigger/sharing/home';
import { asKnownAt, othersAt, seatsAt, TRIES, warnOfGone } from '../../../shared/trigger/sharing/seat';
import type { Seats, Sharer } from '../../../shared/trigger/sharing/seat';
import { isProductionUrlOf, readUrl } from '../../../shared/trigger/webhookUrl';
import { dialog360 } from '../../provider/provider';
import { conflict, destinationsFull, destinationsOff } from './conflict';
import type { Destination, Destinations, Endpoint } from './endpoint';
import type { Registrar } from './registrar';
import { configOf, isSame } from './sharedConfig';
import type { Registered } from './staticData';
import type { WantedWebhook } from './wanted';

/** https://docs.360dialog.com/docs/messaging/webhook/multiple-webhooks-per-phone-number */
const MAX_DESTINATIONS = 3;

/** What the list is to have for the trigger. */
interface Plan {
	enabled: boolean;
	/** The entry that there is for it, its own or one that it shares. */
	present?: Destination;
	wanted: Destination;
	gone: string[];
	/** With which those that share it know each other. */
	shareKey: string;
}

/** A webhook beside the main one, known by its name. Whether 360dialog can delete a single one is not documented. */
export class AdditionalDestination implements Registrar {
	constructor(private readonly context: IHookFunctions) {}

	/** The same for the production and the test URL of a node: a name cannot be taken out again. */
	private get name(): string {
		return `n8n-${this.context.getNode().webhookId ?? this.context.getNode().id}`;
	}

	async isRegistered(wanted: WantedWebhook): Promise<boolean> {
		const plan = await this.plan(await wanted.endpoint.additional(), wanted);
		return plan.enabled && plan.present !== undefined && isSame(plan.present, plan.wanted);
	}

	async register(wanted: WantedWebhook): Promise<Omit<Registered, 'baseUrl'>> {
		const { endpoint, mode, own, registered, sharer } = wanted;
		for (let left = TRIES; ; left--) {
			const plan = await this.plan(await endpoint.additional(), wanted);
			const { present } = plan;
			if (present && !isSame(present, plan.wanted)) await endpoint.change(plan.wanted);
			if (!plan.enabled) await endpoint.switchAdditional(true, ...(present ? [] : [plan.wanted]));
			else if (!present) await endpoint.append(plan.wanted);
			warnOfGone(this.context, plan.gone);
			const address = present && readUrl(present.url)?.address;
			// What is remembered is told anyway, and who shares with it has lost nothing.
			if (address && !registered && !isAtHome(address, sharer))
				warnOfTakeover(this.context, dialog360.displayName, [address], own);
			if (!sharer.mayJoin || left === 0 || (await this.isThere(endpoint, plan.wanted)))
				return { mode, address: own.address, shareKey: plan.shareKey };
		}
	}

	async unregister(endpoint: Endpoint, { address }: Registered, sharer: Sharer): Promise<void> {
		const { destinations } = await endpoint.additional();
		const mine = destinations.find(({ url }) => othersAt(url, sharer));
		if (mine === undefined) return;
		const others = othersAt(mine.url, sharer)!;
		if (others.length > 0)
			return await endpoint.change({ name: mine.name, ...configOf(mine, others, asKnownAt(mine.url, sharer)) });
		if (destinations.length === 1) return await endpoint.switchAdditional(false);
		this.context.logger.warn(
			`360dialog has no way to take out one of several additional webhooks: its calls go on arriving at ${address}, where n8n refuses them`,
		);
	}

	/** @throws Failure when there is no room, or when the trigger may not make it */
	private async plan({ enabled, destinations }: Destinations, wanted: WantedWebhook): Promise<Plan> {
		const { config, sharer } = wanted;
		const mine = destinations.find(({ name }) => name === this.name);
		const candidates = destinations.filter(
			(one) => othersAt(one.url, sharer) ?? isAtHome(readUrl(one.url)?.address ?? '', sharer),
		);
		let seat: { present: Destination; seats: Seats } | undefined;
		// One that n8n cannot reach is left alone: there may be room beside it.
		let outOfReach: unknown;
		for (const present of candidates) {
			const found = seat ? undefined : await settled(seatsAt(this.context, present.url, sharer));
			if (found?.status === 'fulfilled' && found.value) seat = { present, seats: found.value };
			if (found?.status === 'rejected') outOfReach ??= found.reason;
		}
		if (!seat && mine) this.checkElsewhere(mine, wanted);
		const present = seat?.present ?? mine;
		this.checkRoom({ enabled, destinations }, present, outOfReach);
		const { members, gone, key: shareKey } = seat?.seats ?? { members: [], gone: [], key: sharer.key };
		const shared = seat ? configOf(seat.present, members, { ...sharer, key: shareKey }, config) : config;
		return { enabled, present, wanted: { name: present?.name ?? this.name, ...shared }, gone, shareKey };
	}

	/** A copy of this n8n has the same name; only a person takes it over. */
	private checkElsewhere({ url: text }: Destination, wanted: WantedWebhook): void {
		const url = readUrl(text);
		if (!url) return;
		const isSilencing = wanted.isTest && isProductionUrlOf(url, wanted.own);
		// The trigger of this name may have gone, and left its place to one that it shared it with.
		const isOthers = isAtHome(url.address, wanted.sharer) && !isProductionUrlOf(url, wanted.own);
		if (isStart(this.context) || isSilencing || isOthers) throw conflict(url, wanted);
	}

	private checkRoom(
		{ enabled, destinations }: Destinations,
		present: Destination | undefined,
		outOfReach: unknown,
	): void {
		const others = destinations.filter((one) => one !== present);
		const addresses = others.map((other) => readUrl(other.url)?.address ?? other.name);
		if (!present && others.length >= MAX_DESTINATIONS) throw outOfReach ?? destinationsFull(addresses);
		if (!enabled && others.length > 0) throw destinationsOff(addresses);
	}

	private async isThere(endpoint: Endpoint, { name, url }: Destination): Promise<boolean> {
		return (await endpoint.additional()).destinations.some((one) => one.name === name && one.url === url);
	}
}
