import { VOORBEELDCODE } from '#start/gemeenten.ts'
import type { Schilplek } from '#start/web/opties.ts'
import { ROLNAAM, type Rol } from '#toegang/deur.ts'
import type { Schil } from '#ui/pagina.tsx'

const VOET = [
  { tekst: 'Eigen bijdrage berekenen', href: '/eigen-bijdrage' },
  { tekst: 'Regels en bedragen', href: '/regels' },
  { tekst: 'Toegankelijkheid', href: '/toegankelijkheid' },
  { tekst: 'Privacy', href: '/privacy' },
  { tekst: 'Over Omzien', href: '/over' },
  { tekst: 'Open data', href: '/open-data' },
  { tekst: 'Bericht bij een nieuw rapport', href: '/abonnement' },
]

const VERZONNEN = {
  tekst: 'Dit is een voorbeeldgemeente. Alle cijfers, besluiten en dorpen zijn verzonnen.',
  link: { tekst: 'Over Omzien', href: '/over' },
}

/** Wat om elke pagina staat. Pagina's van een plan vullen er hun eigen menu in. */
export function maakSchil(titel: (gemeente: string) => string | undefined): (plek: Schilplek) => Schil {
  return ({ bezoek, pad }) => {
    if (bezoek === undefined)
      return { gemeente: 'Omzien', programma: 'Sociaal domein', thuis: '/', nav: [], voet: { links: [] } }
    const { gemeente, wie } = bezoek
    return {
      gemeente: `Gemeente ${gemeente.naam}`,
      programma: titel(gemeente.code) ?? 'Sociaal domein',
      thuis: '/',
      ...(gemeente.code === VOORBEELDCODE ? { banner: VERZONNEN } : {}),
      nav: [{ tekst: 'Overzicht', href: '/' }],
      ...(wie === undefined
        ? { inloggen: pad.startsWith('/inloggen') ? undefined : `/inloggen?terug=${encodeURIComponent(pad)}` }
        : {
            wie: { naam: wie.naam, rol: rolErbij(wie.naam, rollen(wie.rollen)), uitlogActie: '/uitloggen' },
          }),
      voet: {
        tekst: 'Omzien naar elkaar, en omzien naar wat het opleverde.',
        links: wie === undefined ? VOET : [...VOET, { tekst: 'Mijn sessies', href: '/mijn' }],
      },
    }
  }
}

/** Een demo-persona heet al naar haar rol; twee keer hetzelfde in de kop helpt niemand. */
const rolErbij = (naam: string, rol: string): string | undefined =>
  naam.toLowerCase().includes(rol.toLowerCase()) ? undefined : rol

const rollen = (lijst: readonly Rol[]): string => lijst.map((rol) => ROLNAAM[rol]).join(', ')
