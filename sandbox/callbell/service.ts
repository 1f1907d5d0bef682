import type { Services } from '../shared/provider';
import type { Timers } from '../shared/timers';
import type { WebhookCalls } from '../shared/webhooks/calls';
import type { Deliveries } from './deliveries';
import type { CallbellSettings } from './settings';
import type { CallbellState } from './state';
import type { Webhooks } from './webhooks/registry';

/** What Callbell's routes work with. */
export interface CallbellService extends Services {
	state: CallbellState;
	settings: CallbellSettings;
	deliveries: Deliveries;
	timers: Timers;
	webhooks: Webhooks;
	calls: WebhookCalls;
}
