import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PADEN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Het pad van Chromium op deze machine; OMZIEN_CHROMIUM gaat voor. */
export const findChromium = (): string | undefined =>
  [process.env['OMZIEN_CHROMIUM'] ?? '', ...PADEN].find((pad) => pad !== '' && existsSync(pad))

const isDebian = (): boolean =>
  existsSync('/etc/debian_version') && readFileSync('/etc/os-release', 'utf8').includes('debian')

/** Zorgt dat Chromium er is: als root op Debian door het te installeren, elders door te zeggen wat er moet gebeuren. */
export function zorgVoorChromium(): string | undefined {
  if (findChromium() === undefined && isDebian() && process.getuid?.() === 0) {
    process.stderr.write('Chromium ontbreekt; apt-get installeert het …\n')
    const stil = {
      stdio: ['ignore', 'ignore', 2] as ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], stil)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], stil)
  }
  return findChromium()
}

/** Zonder eigen verkeer naar buiten, en zonder wat een machine zonder scherm niet heeft. */
export const CHROMIUM_STIL: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Een verse browser zonder profiel, zonder eigen verkeer naar buiten. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('Chromium ontbreekt: installeer het pakket chromium, of zet OMZIEN_CHROMIUM op het pad.')
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...CHROMIUM_STIL],
  })
}
