import { createCallbell } from './callbell';
import { createDialog360 } from './dialog360';
import { createPartoo } from './partoo';
import type { CreateProvider } from './shared/provider';

/** Every provider that the sandbox stands in for. A new one is a folder of its own and one line here. */
export const providers: readonly CreateProvider[] = [createPartoo, createDialog360, createCallbell];
