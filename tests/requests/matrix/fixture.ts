import type { RequestInput, RequestName } from '#shared/contract/api-contract'
import type { County } from '../../support/county'

/** Makes an input that succeeds for somebody, in the state of the matrix's second column. */
export type Fixture<Name extends RequestName> = (
  county: County,
  state: string,
) => RequestInput<Name> | Promise<RequestInput<Name>>
