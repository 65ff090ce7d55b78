// Draait op elke Node met npm: zorgt dat de afhankelijkheden er zijn voordat iets anders begint. Daaronder is ook de
// Node waarop Omzien zelf draait (pakket `node`), zodat de versie op de machine er niet toe doet. Om te draaien is
// minder nodig dan om te testen: `installeer.mjs alles` neemt ook het gereedschap mee.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const map = dirname(dirname(fileURLToPath(import.meta.url)))
const kenmerk = join(map, 'node_modules', '.omzien')
const slot = createHash('sha256')
  .update(readFileSync(join(map, 'package-lock.json')))
  .digest('hex')

const alles = process.argv[2] === 'alles'
const stand = existsSync(kenmerk) ? readFileSync(kenmerk, 'utf8') : ''
const klaar = stand === `${slot} alles` || (stand === slot && !alles)
if (!klaar) {
  process.stderr.write(
    'Omzien installeert zijn onderdelen (alleen de eerste keer en na een nieuwe versie) …\n',
  )
  const npm = process.env.npm_execpath
  const [opdracht, ...vooraf] = npm === undefined ? ['npm'] : [process.execPath, npm]
  const uitkomst = spawnSync(
    opdracht,
    [...vooraf, 'ci', ...(alles ? [] : ['--omit=dev']), '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: map,
      stdio: ['ignore', 2, 2],
      shell: npm === undefined && process.platform === 'win32',
    },
  )
  if (uitkomst.status !== 0) {
    process.stderr.write(
      'Het installeren is niet gelukt. Kijk of het npm-register bereikbaar is en probeer het opnieuw.\n',
    )
    process.exit(uitkomst.status ?? 1)
  }
  writeFileSync(kenmerk, alles ? `${slot} alles` : slot)
}
