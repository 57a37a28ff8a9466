import { env } from '#lib/env.ts'
import { isPublicHost } from '#lib/fetching/hosts.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import type { OutgoingPost } from './outgoing.ts'
import { isIndexNowKey, keyFilePath, type PingService } from './pings.ts'

export type PingSettings = Pick<PublicationSettings, 'indexNowKey' | 'webSubHub'>

/** Where notices of a service go. */
export interface PingTarget {
  address: string
  host: string
  /** The post that tells of these addresses. */
  postOf: (urls: string[]) => OutgoingPost
}

/** Where a service is told of changes now; null while it is turned off, and for a site that nobody outside can reach. */
export function targetOf(service: PingService, settings: PingSettings): PingTarget | null {
  if (!isSiteReachable()) return null
  if (service === 'indexnow') return isIndexNowKey(settings.indexNowKey) ? indexNow(settings.indexNowKey) : null
  return settings.webSubHub === '' ? null : webSub(settings.webSubHub)
}

/** Whether others can read this site at all: whoever is told of a change comes to look. */
export function isSiteReachable(): boolean {
  const { SITE_URL, ALLOW_PRIVATE_HOSTS } = env()
  return ALLOW_PRIVATE_HOSTS || isPublicHost(new URL(SITE_URL).hostname)
}

/** https://www.indexnow.org/documentation: 200 and 202 are well. */
function indexNow(key: string): PingTarget {
  const { SITE_URL, INDEXNOW_ENDPOINT } = env()
  const site = { host: new URL(SITE_URL).host, key, keyLocation: SITE_URL + keyFilePath(key) }
  return {
    address: INDEXNOW_ENDPOINT,
    host: new URL(INDEXNOW_ENDPOINT).host,
    postOf: urlList => ({ type: 'application/json; charset=utf-8', body: JSON.stringify({ ...site, urlList }) }),
  }
}

/** WebSub leaves to publisher and hub how one tells the other; hubs take what PubSubHubbub 0.3, 7.1 says: `hub.url`, also repeated. */
function webSub(address: string): PingTarget {
  return {
    address,
    host: URL.parse(address)?.host ?? address,
    postOf: urls => ({
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams([['hub.mode', 'publish'], ...urls.map(url => ['hub.url', url])]).toString(),
    }),
  }
}
