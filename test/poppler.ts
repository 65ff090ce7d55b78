import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const isDebian = (): boolean =>
  existsSync('/etc/debian_version') && readFileSync('/etc/os-release', 'utf8').includes('debian')

const heeftPoppler = (): boolean => spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).status === 0

/** Zorgt dat poppler er is: als root op Debian door het te installeren, elders door te zeggen wat er moet gebeuren. */
export function zorgVoorPoppler(): boolean {
  if (!heeftPoppler() && isDebian() && process.getuid?.() === 0) {
    process.stderr.write('poppler-utils ontbreekt; apt-get installeert het …\n')
    const stil = {
      stdio: ['ignore', 'ignore', 2] as ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], stil)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'poppler-utils'], stil)
  }
  return heeftPoppler()
}

/**
 * De tekst zoals poppler haar eruit haalt: `raw` in de volgorde van de inhoud, anders zoals poppler denkt dat iemand de
 * bladzijde leest (bij een tabel kolom voor kolom).
 */
export function pdfTekst(bytes: Uint8Array, ...opties: '-raw'[]): string {
  const klaar = spawnSync('pdftotext', [...opties, '-enc', 'UTF-8', '-', '-'], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 64e6,
  })
  if (klaar.status !== 0) throw new Error(`pdftotext: ${klaar.stderr || klaar.error?.message}`)
  return klaar.stdout
}
