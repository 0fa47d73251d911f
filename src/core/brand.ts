declare const brand: unique symbol

/** A `Base` that cannot be mistaken for another `Base`: cast to it only where a value enters. */
export type Brand<Base, Name extends string> = Base & {readonly [brand]: Name}
