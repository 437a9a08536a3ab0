import type { StayOnPage } from './capabilities'

export const stayOnPage: StayOnPage = () => () => {}
