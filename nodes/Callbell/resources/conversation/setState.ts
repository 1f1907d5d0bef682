import type { INodeExecutionData } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { toItems } from '../../../shared/door/operation';
import { entryAbout, entryOf } from '../../provider/answers';
import { contactPath, uuidIn } from '../contact/findContact';
import { contactOutput } from '../contact/simplify';

// Opening what is open, or starting a bot that runs, changes nothing: these requests are repeatable.

/** Opens or closes a conversation, and answers its contact (https://docs.callbell.eu/api/reference/contacts_api). */
export async function setState(item: ItemContext, state: 'open' | 'close'): Promise<INodeExecutionData[]> {
	const contact = await contactPath(item);
	const answer = await item.request({ method: 'POST', url: `${contact}/conversation/${state}` });
	return toItems([contactOutput(item, entryAbout(answer, { uuid: uuidIn(contact) }, 'contact'))]);
}

/** Starts or stops the bot of a conversation, and answers the bot's state. */
export async function setBot(item: ItemContext, status: 'bot_start' | 'bot_end'): Promise<INodeExecutionData[]> {
	const url = `${await contactPath(item)}/bot`;
	const answer = await item.request({ method: 'POST', url, body: { status } });
	return toItems([entryOf(answer, 'bot', 'contact')]);
}
