import type { County } from '../../support/county'
import { memberIdOf, strangerOpenid } from './callers'

/** Requests that change who is who; after them everybody is put back. */
export const changesPeople = new Set([
  'rehearsal.join',
  'rehearsal.leave',
  'county.found',
  'member.join',
  'member.end-post',
  'sign-in.end',
])

type Stored = { _id: string }

/** Remembers the county and its people as they are now; answers how to put them back. */
export async function rememberPeople(county: County): Promise<(state: string) => Promise<void>> {
  const { database } = county
  const [counties, members] = [database.collection('counties'), database.collection('members')]
  const { data: people }: { data: Stored[] } = await members.limit(1000).get()
  const { data: founded }: { data: Stored[] } = await counties.get()
  return async state => {
    await members.doc(memberIdOf(strangerOpenid)).remove()
    await Promise.all([
      ...people.map(({ _id, ...fields }) => members.doc(_id).set(fields)),
      ...founded.map(({ _id, ...fields }) => counties.doc(_id).set(fields)),
      database.collection('sessions').where({}).update({ endedAt: null }),
    ])
    if (state === 'not-founded') await counties.where({}).remove()
  }
}
