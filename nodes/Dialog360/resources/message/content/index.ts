import type { MessageType } from '../messageType';
import { contacts } from './contacts';
import { json } from './json';
import { location } from './location';
import { mediaTypes } from './media';
import { reaction } from './reaction';
import { text } from './text';

/** What *Send* sends. */
export const messageTypes: MessageType[] = [text, ...mediaTypes, location, contacts, reaction, json];
