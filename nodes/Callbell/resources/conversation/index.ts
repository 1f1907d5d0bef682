import { resource } from '../../../shared/door/resource';
import { addNote } from './addNote';
import { close } from './close';
import { open } from './open';
import { startBot } from './startBot';
import { stopBot } from './stopBot';

export const conversation = resource('conversation', [open, close, addNote, startBot, stopBot]);
