import { MAANDNAMEN, Tijdvak } from '#basis/datum.ts'

/** Wat bij elk veld voor een tijd staat. */
export const TIJDVAK_UITLEG =
  'Bijvoorbeeld: 2024, september 2024, 1 september 2024, 01-09-2024, derde kwartaal 2024 of eerste helft 2024.'

const MAANDEN = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')
const RANG: Readonly<Record<string, string>> = {
  eerste: '1',
  tweede: '2',
  derde: '3',
  vierde: '4',
  '1e': '1',
  '2e': '2',
  '3e': '3',
  '4e': '4',
  '1ste': '1',
  '2de': '2',
  '3de': '3',
  '4de': '4',
}

const twee = (cijfers: string): string => cijfers.padStart(2, '0')

function maandVan(woord: string): string | undefined {
  const kaal = woord.replace(/\.$/u, '')
  const volgnummer = MAANDNAMEN.findIndex(
    (naam, i) => naam === kaal || MAANDEN[i] === kaal || (kaal === 'sept' && naam === 'september'),
  )
  return volgnummer === -1 ? undefined : twee(String(volgnummer + 1))
}

/** De vormen waarin mensen een tijd typen, elk met hoe daar een Tijdvak van komt. */
const VORMEN: readonly [RegExp, (delen: Readonly<Record<string, string>>) => string | undefined][] = [
  [/^(?<vak>\d{4}(?:-(?:[qh]\d|\d\d(?:-\d\d)?))?)$/u, ({ vak }) => vak?.toUpperCase()],
  [/^(?<maand>\d{1,2})[-/.](?<jaar>\d{4})$/u, ({ jaar, maand = '' }) => `${jaar}-${twee(maand)}`],
  [
    /^(?<dag>\d{1,2})[-/. ](?<maand>\d{1,2})[-/. ](?<jaar>\d{4})$/u,
    ({ jaar, maand = '', dag = '' }) => `${jaar}-${twee(maand)}-${twee(dag)}`,
  ],
  [
    /^(?:(?<dag>\d{1,2}) )?(?<naam>[a-z]+\.?) (?<jaar>\d{4})$/u,
    ({ jaar, naam = '', dag }) => {
      const maand = maandVan(naam)
      if (maand === undefined) return undefined
      return dag === undefined ? `${jaar}-${maand}` : `${jaar}-${maand}-${twee(dag)}`
    },
  ],
  [
    /^(?:het )?(?<rang>[a-z0-9]+) kwartaal (?:van )?(?<jaar>\d{4})$/u,
    ({ rang = '', jaar }) => `${jaar}-Q${RANG[rang] ?? '0'}`,
  ],
  [/^(?:q|kwartaal )(?<nummer>[1-4]) (?<jaar>\d{4})$/u, ({ nummer, jaar }) => `${jaar}-Q${nummer}`],
  [/^(?<jaar>\d{4}) ?q(?<nummer>[1-4])$/u, ({ nummer, jaar }) => `${jaar}-Q${nummer}`],
  [
    /^(?:de |het )?(?<rang>[a-z0-9]+) (?:helft|halfjaar) (?:van )?(?<jaar>\d{4})$/u,
    ({ rang = '', jaar }) => `${jaar}-H${RANG[rang] ?? '0'}`,
  ],
]

/**
 * Leest een tijd zoals mensen haar typen: `2024`, `september 2024`, `1 sept. 2024`, `01-09-2024`, `09-2024`,
 * `derde kwartaal 2024`, `eerste helft 2024`, en de schrijfwijze van het planbestand (`2024-Q3`).
 * In een formulier en in een cel geldt hetzelfde. `undefined` als het geen bestaande tijd is; een jaargetijde is dat niet, want dat begint voor ieder anders.
 */
export function leesTijdvak(tekst: string): Tijdvak | undefined {
  const kaal = tekst
    .trim()
    .toLowerCase()
    .replace(/[\s,]+/gu, ' ')
  for (const [vorm, maak] of VORMEN) {
    const delen = vorm.exec(kaal)?.groups
    if (delen === undefined) continue
    const gelezen = Tijdvak.safeParse(maak(delen))
    const jaar = Number(gelezen.data?.slice(0, 4))
    if (gelezen.success && jaar >= 1900 && jaar <= 2999) return gelezen.data
  }
  return undefined
}
