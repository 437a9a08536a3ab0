import { makeIds } from './make-ids'

const draw = () => {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  return value / 2 ** 32
}

export const random = { number: draw, newId: makeIds(draw, Date.now) }
