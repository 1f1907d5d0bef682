import { resource } from '../../../shared/door/resource';
import { get } from './get';
import { getAll } from './getAll';
import { markAsRead } from './markAsRead';
import { update } from './update';

export const conversation = resource('conversation', [getAll, get, markAsRead, update]);
