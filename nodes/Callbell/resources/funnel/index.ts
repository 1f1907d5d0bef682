import { resource } from '../../../shared/door/resource';
import { getAll } from '../directory/getAll';
import { moveContact } from './moveContact';

export const funnel = resource('funnel', [getAll({ many: 'funnels' }), moveContact]);
