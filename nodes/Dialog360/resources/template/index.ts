import { resource } from '../../../shared/door/resource';
import { create } from './create';
import { deleteTemplate } from './delete';
import { get } from './get';
import { getAll } from './getAll';

export const template = resource('template', [getAll, get, create, deleteTemplate]);
