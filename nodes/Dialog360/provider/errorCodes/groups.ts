import type { Explanation } from './explanation';

/**
 * Codes about groups
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes).
 */
export const groupCodes: Record<number, Explanation> = {
	131020: {
		cause: 'The group has no other member than the number.',
		nextStep: 'Invite members with the link of the group before you write to it.',
	},
	131041: {
		cause: 'The group does not exist, or the number is not in it.',
		nextStep: "Check the group's ID; an event of the group has it as groupId.",
	},
	131059: {
		cause: 'The cursor of the list of groups has expired.',
		nextStep: 'Read the list again from the beginning.',
	},
	131201: {
		cause: 'The request was carried out for some of the participants only.',
		nextStep: 'See in the answer who is missing, and repeat it for them.',
	},
	131202: { cause: 'A participant is named twice.', nextStep: 'Name each once.' },
	131204: {
		cause: 'The group would have more participants than a group may have.',
		nextStep: 'Remove participants, or make another group.',
	},
	131207: {
		cause: 'WhatsApp has suspended the group for a breach of its policies.',
		nextStep: 'Make another group, or appeal in the WhatsApp Manager.',
	},
	131208: {
		cause: 'The number has changed too many groups in a short time.',
		nextStep: 'Wait a while, and change fewer at a time.',
	},
	131209: { cause: "The group's picture is not square.", nextStep: 'Crop it to a square.' },
	131210: {
		cause: "The group's picture is too small.",
		nextStep: 'Use one larger than 192 pixels in width and height.',
	},
	131211: {
		cause: 'The number has reached its limit of groups.',
		nextStep: 'Delete groups that are no longer used.',
	},
	131212: { cause: 'The person is not in the group.', nextStep: 'Read the participants of the group anew.' },
	131215: {
		cause: 'The number may not use groups.',
		nextStep: "Check WhatsApp's conditions for groups, or ask 360dialog support.",
	},
};
