import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { hoofdletter, opsomming } from '#basis/tekst.ts'
import { bestandsantwoord } from '#programma/bestandsantwoord.ts'
import { GEEN_OVERLEG } from '#programma/overleg/overleg.page.tsx'
import { actiewoord, GEVRAAGDNAAM, PUNTSOORTNAAM, VERVOLGNAAM } from '#programma/overleg/overleg.ts'
import { overlegdocument } from '#programma/overleg/overlegdocument.ts'
import { findOverlegstuk } from '#programma/overleg/overlegstuk.store.ts'
import {
  leadzin,
  OVERLEGSTUKSOORTEN,
  type Overlegstuk,
  type Stukactie,
  type Stukbesluit,
  type Stukpunt,
  uitkomstzin,
} from '#programma/overleg/overlegstuk.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { DOCUMENTVORMEN } from '#programma/poorten.ts'
import { maakInhoud } from '#programma/tabellen/vorm.ts'
import { downloadsBij, tabelbestand, VORMPAD } from '#programma/vastleggen/bestand.ts'
import { toonBesluit } from '#programma/versies/versies.ts'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** De agenda en de besluitenlijst: om af te drukken, en als bestand om mee te nemen. */

const PAD = '/overleg/:nummer{[0-9]{1,6}}/:soort{agenda|besluitenlijst}'

export function overlegstukPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('overleg.lezen', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const stuk = await leesStuk(c, van)
    return stuk === undefined
      ? GEEN_OVERLEG(c)
      : c.html(<Stukpagina van={van} stuk={stuk} metDocument={kamer.documenten !== undefined} />)
  })
  routes.get(
    'overleg.lezen',
    `${PAD}/${VORMPAD}`,
    async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const stuk = await leesStuk(c, van)
      if (stuk === undefined) return GEEN_OVERLEG(c)
      return tabelbestand(kamer, van, c.req.param('vorm'), naamVan(stuk), stuktabel(stuk)) ?? c.notFound()
    },
    { tempo: 'duur' },
  )
  routes.get(
    'overleg.lezen',
    `${PAD}/:vorm{pdf|odt}`,
    async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const stuk = await leesStuk(c, van)
      if (stuk === undefined) return GEEN_OVERLEG(c)
      const vorm = DOCUMENTVORMEN.find((een) => een === c.req.param('vorm'))
      if (vorm === undefined || kamer.documenten === undefined) return c.notFound()
      const { gemeente } = van.beeld.plan
      const bestand = await kamer.documenten.schrijfDocument(
        overlegdocument(stuk, { gemeente, vandaag: van.vandaag }),
        vorm,
      )
      return bestandsantwoord(bestand, `${naamVan(stuk)}-${van.kop.id}-${van.vandaag}.${vorm}`)
    },
    { tempo: 'duur' },
  )
}

const naamVan = (stuk: Overlegstuk): string => `${stuk.soort}-${stuk.orgaan}-${stuk.datum}`

function leesStuk(c: Context<Omgeving>, van: Planbezoek): Promise<Overlegstuk | undefined> {
  const soort = OVERLEGSTUKSOORTEN.find((een) => een === c.req.param('soort')) ?? 'agenda'
  const nummer = Number(c.req.param('nummer'))
  return van.bezoek.db.lees((lezer) => findOverlegstuk(lezer, van.beeld.plan, { nummer, soort }))
}

type Props = { van: Planbezoek; stuk: Overlegstuk }

function Stukpagina({ van, stuk, metDocument }: Props & { metDocument: boolean }) {
  const adres = `/overleg/${stuk.overleg}/${stuk.soort}`
  return (
    <Planpagina
      van={van}
      titel={stuk.titel}
      kruimels={[
        { tekst: 'Overleg', href: van.pad('/overleg') },
        { tekst: 'Dit overleg', href: van.pad(`/overleg/${stuk.overleg}`) },
      ]}
    >
      <div class="oz-overlegstuk">
        <Paginakop titel={stuk.titel} lead={leadzin(stuk)} />
        {stuk.punten.length === 0 ? (
          <Alinea>Er staan geen punten op de agenda.</Alinea>
        ) : (
          stuk.punten.map((punt) => <Punt van={van} punt={punt} isAgenda={stuk.soort === 'agenda'} />)
        )}
        <Acties van={van} stuk={stuk} />
        <Downloads
          waarvan={stuk.titel}
          downloads={[
            ...(metDocument
              ? ([
                  { soort: 'PDF', href: van.pad(`${adres}/pdf`) },
                  { soort: 'ODT', href: van.pad(`${adres}/odt`) },
                ] as const)
              : []),
            ...downloadsBij(van.pad, adres),
          ]}
        />
      </div>
    </Planpagina>
  )
}

function Punt({ van, punt, isAgenda }: { van: Planbezoek; punt: Stukpunt; isAgenda: boolean }) {
  const uitkomst = uitkomstzin(punt)
  return (
    <Sectie
      kop={`${punt.nummer}. ${punt.titel}`}
      onder={
        <>
          {hoofdletter(GEVRAAGDNAAM[punt.gevraagd])}
          {punt.over !== null && (
            <>
              . {PUNTSOORTNAAM[punt.over.soort]}: <Link href={van.pad(punt.over.pad)}>{punt.over.naam}</Link>
            </>
          )}
        </>
      }
    >
      {punt.toelichting !== null && <Alinea>{punt.toelichting}</Alinea>}
      {!isAgenda && <Alinea>{uitkomst ?? 'Nog niet vastgelegd.'}</Alinea>}
      <Besluitregel van={van} kop="In het register" besluit={punt.besluit} />
      <Besluitregel van={van} kop="Daarna vastgelegd" besluit={punt.vervolgbesluit} />
      {punt.besluit !== null && punt.vervolg !== 'geen' && punt.vervolgbesluit === null && (
        <Alinea>Nog vast te leggen door {VERVOLGNAAM[punt.vervolg]}.</Alinea>
      )}
      {punt.acties.length > 0 && (
        <Actielijst van={van} acties={punt.acties} bijschrift={`Acties bij punt ${punt.nummer}`} />
      )}
    </Sectie>
  )
}

const Besluitregel = (props: { van: Planbezoek; kop: string; besluit: Stukbesluit | null }) =>
  props.besluit === null ? null : (
    <Alinea>
      {props.kop}:{' '}
      <Link href={props.van.pad(`/besluiten/${props.besluit.id}`)}>{props.besluit.onderwerp}</Link> (
      {toonBesluit(props.besluit)}).
    </Alinea>
  )

const Actielijst = (props: { van: Planbezoek; acties: readonly Stukactie[]; bijschrift: string }) => (
  <Tabel
    bijschrift={props.bijschrift}
    rijen={props.acties}
    kolommen={[
      { sleutel: 'nr', kop: 'Nr.', cel: ({ nummer }) => `A${nummer}` },
      { sleutel: 'wat', kop: 'Wat', rijkop: true, cel: ({ wat }) => wat },
      { sleutel: 'rol', kop: 'Wie', cel: ({ rol }) => rol },
      { sleutel: 'uiterlijk', kop: 'Uiterlijk', cel: ({ uiterlijk }) => toonDatum(uiterlijk) },
      { sleutel: 'stand', kop: 'Stand', cel: (actie) => actiewoord(actie, props.van.vandaag).tekst },
    ]}
  />
)

function Acties({ van, stuk }: Props) {
  if (stuk.acties.length === 0) return null
  const kop = stuk.soort === 'agenda' ? 'Lopende acties' : 'Andere acties'
  return (
    <Sectie kop={kop}>
      <Actielijst van={van} acties={stuk.acties} bijschrift={kop} />
    </Sectie>
  )
}

const besluittekst = (besluit: Stukbesluit | null): string | null =>
  besluit === null ? null : `${besluit.onderwerp} (${toonBesluit(besluit)})`

/** Hetzelfde stuk als tabel: één rij per punt. */
export const stuktabel = (stuk: Overlegstuk) =>
  maakInhoud(
    stuk.titel,
    stuk.punten,
    [
      ['nummer', 'Punt', 'getal', ({ nummer }) => nummer],
      ['titel', 'Onderwerp', 'tekst', ({ titel }) => titel],
      ['gevraagd', 'Gevraagd', 'tekst', ({ gevraagd }) => gevraagd],
      ['over', 'Gaat over', 'tekst', ({ over }) => over && `${PUNTSOORTNAAM[over.soort]}: ${over.naam}`],
      ['toelichting', 'Toelichting', 'tekst', ({ toelichting }) => toelichting],
      ['uitkomst', 'Uitkomst', 'tekst', ({ uitkomst }) => uitkomst],
      ['conclusie', 'Afgesproken', 'tekst', ({ conclusie }) => conclusie],
      ['besluit', 'Besluit', 'tekst', ({ besluit }) => besluittekst(besluit)],
      ['vervolg', 'Daarna vastgelegd', 'tekst', ({ vervolgbesluit }) => besluittekst(vervolgbesluit)],
      [
        'acties',
        'Acties',
        'tekst',
        ({ acties }) =>
          acties.length === 0
            ? null
            : opsomming(
                acties.map(
                  ({ nummer, wat, rol, uiterlijk }) => `A${nummer} ${wat} (${rol}, ${toonDatum(uiterlijk)})`,
                ),
              ),
      ],
    ],
    [
      ['Overleg', stuk.titel],
      ['Dag', toonDatum(stuk.datum)],
      ['Stand', stuk.stand],
    ],
  )
