import { resource } from '../../../shared/door/resource';
import { getAll } from './getAll';

export const business = resource('business', [getAll]);
