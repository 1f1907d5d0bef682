import { resource } from '../../../shared/door/resource';
import { getAll } from './getAll';
import { retry } from './retry';
import { send } from './send';

export const message = resource('message', [send, getAll, retry]);
