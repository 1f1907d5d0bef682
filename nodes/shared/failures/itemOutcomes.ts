/** What became of an item of a run. */
export type ItemOutcome = 'done' | 'refused' | 'inDoubt' | 'notStarted';

/** The indexes of a run's items by what became of them. */
export type ItemOutcomes = Record<ItemOutcome, number[]>;
