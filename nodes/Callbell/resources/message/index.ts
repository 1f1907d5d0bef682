import { resource } from '../../../shared/door/resource';
import { deleteMessage } from './delete';
import { getStatus } from './getStatus';
import { send } from './send';
import { sendTemplate } from './sendTemplate';

export const message = resource('message', [send, sendTemplate, getStatus, deleteMessage]);
