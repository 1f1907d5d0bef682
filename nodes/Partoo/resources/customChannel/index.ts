import { resource } from '../../../shared/door/resource';
import { ingest } from './ingest';

export const customChannel = resource('customChannel', [ingest]);
