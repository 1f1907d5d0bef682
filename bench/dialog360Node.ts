import type { INodeType } from 'n8n-workflow';

import { dialog360 } from '../nodes/Dialog360/provider/provider';
// With its extension: without it the codex file beside it, Partoo.node.json, would be found.
import { Partoo } from '../nodes/Partoo/Partoo.node.js';
import { partoo } from '../nodes/Partoo/provider/provider';
import { message } from '../nodes/Partoo/resources/message';
import { door } from '../nodes/shared/door/door';

/** Partoo's node with the refusals of 360dialog: the door is the same for all providers, the words for a limit are not. */
export function partooWithDialog360Limits(): INodeType {
	const node = new Partoo();
	const pagination = door({ ...dialog360, credential: partoo.credential, baseUrl: partoo.baseUrl }, [message]);
	node.description = { ...node.description, requestOperations: { pagination } };
	return node;
}
