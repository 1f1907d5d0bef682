import type { Services } from '../shared/provider';
import type { Timers } from '../shared/timers';
import type { WebhookCalls } from '../shared/webhooks/calls';
import type { Cursors } from './cursors';
import type { Deliveries } from './deliveries';
import type { PartooSettings } from './settings';
import type { PartooState } from './state';
import type { Webhooks } from './webhooks/registry';

/** What Partoo's routes work with. */
export interface PartooService extends Services {
	state: PartooState;
	settings: PartooSettings;
	deliveries: Deliveries;
	cursors: Cursors;
	timers: Timers;
	webhooks: Webhooks;
	calls: WebhookCalls;
}
