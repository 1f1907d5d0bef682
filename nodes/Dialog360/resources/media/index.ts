import { resource } from '../../../shared/door/resource';
import { deleteMedia } from './delete';
import { download } from './download';
import { get } from './get';
import { upload } from './upload';

export const media = resource('media', [upload, download, get, deleteMedia]);
