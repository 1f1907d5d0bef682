import { resource } from '../../../shared/door/resource';
import { create } from './create';
import { createFromLibrary } from './createFromLibrary';
import { deleteTemplate } from './delete';
import { edit } from './edit';
import { get } from './get';
import { getAll } from './getAll';

export const template = resource('template', [getAll, get, create, createFromLibrary, edit, deleteTemplate]);
