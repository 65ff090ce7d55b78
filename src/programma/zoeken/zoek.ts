import { schrijfafstand } from '#basis/tekst.ts'
import type { Plan } from '#programma/plan.ts'
import type { Zoekregel, Zoekvraag } from '#programma/zoeken/zoek.store.ts'

/** Waarop van een plan gezocht kan worden: elk ding met al zijn woorden. */
export function zoekregelsVan(plan: Plan): Zoekregel[] {
  const regel = (
    soort: Zoekregel['soort'],
    sleutel: string,
    titel: string,
    ...woorden: (string | null | undefined)[]
  ): Zoekregel => ({
    soort,
    sleutel,
    titel,
    tekst: woorden.filter((woord) => woord !== null && woord !== undefined).join(' · '),
  })
  const plaatstitel = new Map(
    plan.plaatsen.map((plaats) => [plaats.id, `${plaats.code ?? ''} ${plaats.titel}`.trim()]),
  )
  return [
    regel(
      'programma',
      plan.programma.id,
      plan.programma.titel,
      plan.programma.hoofddoel,
      plan.programma.toelichting,
    ),
    ...plan.doelen.map((doel) =>
      regel('doel', doel.id, doel.titel, doel.toelichting, ...doel.indicatoren.map((i) => i.naam)),
    ),
    ...plan.groepen.map((groep) => regel('groep', groep.id, groep.titel, groep.code, groep.toelichting)),
    ...plan.bronnen.map((bron) =>
      regel(
        'bron',
        bron.id,
        bron.naam,
        bron.voorwaarden,
        ...bron.ontvangsten.map((ontvangst) => ontvangst.naam),
      ),
    ),
    ...plan.onderdelen.map((o) =>
      regel(
        'onderdeel',
        o.id,
        o.titel,
        o.code,
        ...o.aliassen,
        o.doel,
        o.planning.tekst,
        ...o.partners,
        o.eigenaarrol,
      ),
    ),
    ...plan.onderdelen.flatMap((o) =>
      o.mijlpalen.map((mijlpaal) =>
        regel('mijlpaal', `${o.id}/${mijlpaal.id}`, mijlpaal.wat, o.titel, mijlpaal.letterlijk),
      ),
    ),
    ...plan.vermeldingen.map((v) =>
      regel(
        'vermelding',
        v.id,
        v.letterlijk ?? (v.soort === 'naam' ? v.naam : v.id),
        plaatstitel.get(v.plaats),
      ),
    ),
  ]
}

const LANGSTE_VRAAG = 200

/**
 * Een zoekvraag op maat. Alleen letters, cijfers, aanhalingstekens en een los minteken doen ertoe; een lange rij
 * tekens daarvan laat de tekstzoeker van PostgreSQL struikelen.
 */
export const keurZoekvraag = (vraag: string): Zoekvraag =>
  vraag
    .slice(0, LANGSTE_VRAAG)
    .replace(/[^\p{L}\p{N}"\s-]+/gu, ' ')
    .replace(/-+(?=-|\s|$)/gu, ' ')
    .replace(/"+/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim() as Zoekvraag

/**
 * Vervangt elk woord dat in het plan niet voorkomt door het dichtstbijzijnde dat er wel in staat:
 * één fout bij vier of vijf letters, twee bij langere. `undefined` als er niets te verbeteren valt.
 */
export function bedoeldeVraag(vraag: string, woorden: readonly string[]): string | undefined {
  const bekend = new Set(woorden)
  let verbeterd = false
  const delen = vraag
    .toLowerCase()
    .split(' ')
    .map((deel) => {
      if (deel.length < 4 || bekend.has(deel)) return deel
      const beste = dichtstbij(deel, woorden)
      if (beste === undefined) return deel
      verbeterd = true
      return beste
    })
  return verbeterd ? delen.join(' ') : undefined
}

function dichtstbij(deel: string, woorden: readonly string[]): string | undefined {
  const marge = deel.length < 6 ? 1 : 2
  let beste: { woord: string; afstand: number } | undefined
  for (const woord of woorden) {
    if (Math.abs(woord.length - deel.length) > marge) continue
    const afstand = schrijfafstand(deel, woord)
    if (afstand <= marge && (beste === undefined || afstand < beste.afstand)) beste = { woord, afstand }
  }
  return beste?.woord
}
