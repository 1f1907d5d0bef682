import { resource } from '../../../shared/door/resource';
import { block } from './block';
import { getAllBlocked } from './getAllBlocked';
import { getHealth } from './getHealth';
import { getProfile } from './getProfile';
import { getWebhook } from './getWebhook';
import { unblock } from './unblock';
import { updateProfile } from './updateProfile';

export const account = resource('account', [
	getHealth,
	getProfile,
	updateProfile,
	getWebhook,
	getAllBlocked,
	block,
	unblock,
]);
