import { z } from 'zod'
import { delivery } from './delivery.ts'

const payload = z.object({ channelId: z.string(), ts: z.string(), fileId: z.string().nullable() })

export const postRemovalDelivery = delivery({
  kind: 'post-removal',
  payload,
  draw: async (_deps, post) => ({ kind: 'removal', ...post, post: null }),
})
