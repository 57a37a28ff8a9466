import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { isRoot } from './data-directory.ts'

/** The one without a window first: a whole browser draws its tabs and menus too, and journeys take nearly twice as long. */
const WINDOWLESS = 'chromium-headless-shell'
const INSTALLED = [WINDOWLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where a Chromium is: PLAYWRIGHT_CHROMIUM, one of this machine's, or the one that Playwright downloaded. */
export function findChromium(): string | null {
  const given = process.env.PLAYWRIGHT_CHROMIUM
  if (given) {
    if (!existsSync(given)) throw new Error(`PLAYWRIGHT_CHROMIUM is ${given}, and there is no such file.`)
    return given
  }
  const found = INSTALLED.map(locate).find(path => path !== null)
  if (found) return found
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}

/** Finds or installs one. Playwright's download is tried first, then the distribution's package. */
export function ensureChromium(playwright: string): string {
  const present = findChromium()
  // A machine of CI is there for the journeys, and may be given the quicker browser.
  if (present && (!process.env.CI || present.includes('headless') || !locate('apt-get'))) return present
  if (present) {
    install(WINDOWLESS)
    return findChromium() ?? present
  }
  console.log('No Chromium on this machine; installing one (playwright install chromium)')
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 })
  const downloaded = findChromium()
  if (downloaded && runs(downloaded)) return downloaded
  if (locate('apt-get') && !install(WINDOWLESS)) install('chromium')
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    'There is no Chromium, and none could be installed. Install chromium or google-chrome, or name one with PLAYWRIGHT_CHROMIUM.',
  )
}

/** Installs a package of this distribution; false when there is none of that name, or it may not be installed. */
function install(name: string): boolean {
  const sudo = isRoot() ? [] : ['sudo', '-n']
  console.log(`Installing the package of this distribution (apt-get install ${name})`)
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args]
    spawnSync(command, rest, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  return locate(name) !== null
}

/** Downloaded browsers do not bring the libraries that they need. */
function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

function locate(name: string): string | null {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
  } catch {
    return null
  }
}
