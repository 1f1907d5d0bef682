import { resource } from '../../../shared/door/resource';
import { templateField } from '../../fields/common';
import type { DirectoryList } from '../directory/directoryList';
import { get } from '../directory/get';
import { getAll } from '../directory/getAll';
import { rename } from '../directory/rename';

const templates: DirectoryList = { one: 'template', many: 'templates', title: 'title', locator: templateField };

export const template = resource('template', [getAll(templates), get(templates), rename(templates)]);
