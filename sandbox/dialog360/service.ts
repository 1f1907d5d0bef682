import type { Services } from '../shared/provider';
import type { Deliveries } from './deliveries';
import type { MediaFiles } from './mediaStore';
import type { SampleUploads } from './routes/uploads';
import type { Dialog360Settings } from './settings';
import type { Dialog360State } from './state';
import type { Templates } from './templates/store';
import type { Announcer, WebhookService } from './webhooks/announcer';

/** What 360dialog's routes work with. */
export interface Dialog360Service extends Services, WebhookService {
	settings: Dialog360Settings;
	state: Dialog360State;
	files: MediaFiles;
	templates: Templates;
	samples: SampleUploads;
	deliveries: Deliveries;
	announcer: Announcer;
}
