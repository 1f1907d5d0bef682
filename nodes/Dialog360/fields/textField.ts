import type { INodeProperties } from 'n8n-workflow';

/** A field for a text, empty at first. */
export function textField(displayName: string, name: string, more: Partial<INodeProperties> = {}): INodeProperties {
	return { displayName, name, type: 'string', default: '', ...more };
}
