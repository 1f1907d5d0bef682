/**
 * What became of a request at its provider:
 *
 * - `taken`: carried out, or on its way
 * - `refused`: surely not carried out, and a repetition would be refused as well
 * - `tooMany`: refused for its rate only
 * - `neverSent`: it surely never reached the provider
 * - `inDoubt`: nobody knows; a timeout, a broken connection, a server that broke down
 */
export type Outcome = 'taken' | 'refused' | 'tooMany' | 'neverSent' | 'inDoubt';

/**
 * Whether the request may be sent again.
 *
 * @param repeatable whether carrying it out twice does no harm
 */
export function mayRepeat(outcome: Outcome, repeatable: boolean): boolean {
	return outcome === 'tooMany' || outcome === 'neverSent' || (outcome === 'inDoubt' && repeatable);
}
