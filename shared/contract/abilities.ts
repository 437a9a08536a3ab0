import type { RequestName } from './api-contract'

/**
 * What the person may ask for, of the thing that the reply shows. Computed by the permission table; screens only look:
 * no screen decides by role or state whether to show a button.
 */
export type Abilities = { [Name in RequestName]?: true }
