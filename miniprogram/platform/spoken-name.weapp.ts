import type { SpokenName } from './capabilities'

/** Taro's templates leave no place for a name; WeChat reads the words that stand beside it. */
export const spokenName: SpokenName = () => ({})
