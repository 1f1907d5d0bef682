import type { CreateProvider } from './shared/provider';
import { createCallbell } from './callbell';
import { createPartoo } from './partoo';

/** Every provider that the sandbox stands in for. A new one is a folder of its own and one line here. */
export const providers: readonly CreateProvider[] = [createCallbell, createPartoo];
