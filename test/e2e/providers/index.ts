import { callbell } from './callbell';
import { dialog360 } from './dialog360';
import { partoo } from './partoo';
import type { TriggerCase } from './triggerCase';

/** The triggers of this package: every check of triggers runs for each of them. */
export const triggers: TriggerCase[] = [partoo, dialog360, callbell];
