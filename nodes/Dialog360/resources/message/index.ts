import { resource } from '../../../shared/door/resource';
import { markAsRead } from './markAsRead';
import { sendAndWait } from './question/sendAndWait';
import { send } from './send';
import { sendInteractive } from './sendInteractive';
import { sendTemplate } from './sendTemplate';

export const message = resource('message', [send, sendTemplate, sendInteractive, sendAndWait, markAsRead]);
