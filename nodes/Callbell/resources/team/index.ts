import { resource } from '../../../shared/door/resource';
import { teamLocator } from '../../fields/locators';
import type { DirectoryList } from '../directory/directoryList';
import { get } from '../directory/get';
import { getAll } from '../directory/getAll';
import { rename } from '../directory/rename';
import { getMembers } from './getMembers';

const teams: DirectoryList = { one: 'team', many: 'teams', title: 'name', locator: teamLocator({ required: true }) };

export const team = resource('team', [getAll(teams), get(teams), getMembers(teams), rename(teams)]);
