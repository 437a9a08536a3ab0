import { makeIds } from './make-ids'

/**
 * A mini-program has no synchronous source of randomness (`wx.getRandomValues` answers later). Ids need only never to
 * meet: the time, a counter and two draws of Math.random see to that; nobody is kept out by guessing one.
 */
export const random = { number: () => Math.random(), newId: makeIds(Math.random, Date.now) }
