import { z } from 'zod'
import { listUsedScales, type UsedScale, type UsedVersion } from '#lib/ratings/published-scales.ts'
import { stepDown } from '#lib/ratings/ratings.ts'
import { apiPath } from './api.ts'
import { defineCollection, defineItem } from './operation.ts'
import { unknownItem } from './published-items.ts'
import { scaleSchema } from './reference-schema.ts'
import { absolute, toRef, toUnit } from './shapes.ts'

export const scaleOperations = [
  defineCollection({
    id: 'listScales',
    path: '/scales',
    group: 'Scales',
    summary: 'Scales',
    description:
      'The ways of scoring that are in use, and what every value means. A rating names its scale and the version of it.',
    example: () => '/scales?limit=2&fields=key,name,versions.version,versions.min,versions.max,versions.step',
    item: scaleSchema,
    filters: {},
    key: () => z.tuple([z.string().regex(/^[a-z0-9-]{1,60}$/)]),
    read: async (_, { after, take }) => {
      const all = await listUsedScales()
      // There are a handful, in an order of their own: the rest begins after the one that was last.
      const begin = after ? all.findIndex(({ key }) => key === after[0]) + 1 : 0
      return { rows: all.slice(begin, begin + take).map(scale => ({ item: toScale(scale), key: [scale.key] })) }
    },
  }),
  defineItem({
    id: 'getScale',
    path: '/scales/{key}',
    group: 'Scales',
    summary: 'A scale',
    description: 'A way of scoring, with what the values of each of its versions mean.',
    example: key => `/scales/${key}?fields=name,note,versions.bands`,
    item: scaleSchema,
    named: 'The key of the scale, as a rating has it.',
    read: async key => {
      const scale = (await listUsedScales()).find(used => used.key === key)
      return scale ? { is: 'item', item: toScale(scale) } : unknownItem('scale', key)
    },
  }),
]

function toScale({ key, name, note, isRetired, sections, present, older }: UsedScale) {
  return {
    ...{ key, name, note, isRetired },
    url: absolute('/scoring'),
    api: absolute(apiPath(`/scales/${key}`)),
    sections: sections.map(toRef),
    versions: [present, ...older].map(toVersion),
  }
}

function toVersion({ scale, unit, until, live, reading }: UsedVersion) {
  const { version, kind, min, max, step, labels } = scale
  return {
    ...{ version, kind, min, max, step, labels },
    unit: unit && toUnit(unit),
    isPresent: until === null,
    reviewCount: live,
    bands: reading.bands.map(({ from, sentence }, index) => {
      const next = reading.bands[index + 1]?.from
      return { from, to: next === undefined ? max : stepDown(next, scale), meaning: sentence }
    }),
    projection: reading.projection.map(([value, score]) => ({ value, score })),
  }
}
