import { resource } from '../../../shared/door/resource';
import { create } from './create';
import { deleteContact } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getMessages } from './getMessages';
import { update } from './update';
import { upsert } from './upsert';

export const contact = resource('contact', [get, getAll, create, update, upsert, deleteContact, getMessages]);
