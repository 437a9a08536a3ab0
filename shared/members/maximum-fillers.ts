/** A unit has one chair and at most four who fill in. */
export const maximumFillers = 4
