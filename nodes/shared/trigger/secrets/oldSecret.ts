import type { IHookFunctions, INodeProperties } from 'n8n-workflow';

/** A secret that was a parameter of a trigger, and belongs into its credential. */
export interface OldSecret {
	/** Of the parameter under Options. */
	name: string;
	label: string;
	/** Of the credential's field. */
	newLabel: string;
}

const EXPORTED = 'is part of every export of the workflow';

/** The parameter, which works on. n8n cannot hide one of a collection by its own value. */
export function oldSecretField({ name, label, newLabel }: OldSecret): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: `Moved to '${newLabel}' in the credential, which takes precedence. A value here ${EXPORTED}.`,
	};
}

/** Says so above the fields. */
export function oldSecretNotice({ name, label, newLabel }: OldSecret): INodeProperties {
	return {
		displayName: `'${label}' under Options ${EXPORTED}. Move it to '${newLabel}' in the credential, and clear it here.`,
		name: `${name}Notice`,
		type: 'notice',
		default: '',
		displayOptions: { show: { [`/options.${name}`]: [{ _cnd: { exists: true } }] } },
	};
}

/** Says so in the log, when the workflow is activated. */
export function warnOfOldSecrets(context: IHookFunctions, old: OldSecret[], options: object): void {
	for (const { name, label, newLabel } of old) {
		if (!options[name as keyof typeof options]) continue;
		context.logger.warn(
			`${context.getNode().name}: '${label}' under Options ${EXPORTED}. Move it to '${newLabel}' of the credential.`,
		);
	}
}
