/** Who the set-up link makes, and where the journeys keep their cookies. */
export const owner = { name: 'Ada Marlowe', email: 'ada@example.org', password: 'a lantern in the long grass' }
export const ownerState = '.test/owner.json'
