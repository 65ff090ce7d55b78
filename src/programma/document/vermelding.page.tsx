import { hoofdletter } from '#basis/tekst.ts'
import { ankerVan } from '#programma/bevindingen/bevindingen.ts'
import {
  ANDERE_PERIODE,
  bevindingenBij,
  genoemd,
  inhoudVan,
  naastElkaar,
  oordeel,
  plaatskop,
  plaatsnaam,
  regelnaam,
  SOORTWOORDEN,
} from '#programma/document/vermelding.ts'
import type { Vermelding } from '#programma/plan.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Routes } from '#toegang/deur.ts'
import { Feiten } from '#ui/feiten.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Wat het document op één plaats over één ding zegt, met waarmee dat te vergelijken is. */

export function vermeldingPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/vermeldingen/:id', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const id = c.req.param('id')
    const vermelding = van.beeld.plan.vermeldingen.find((een) => een.id === id)
    return vermelding === undefined
      ? c.notFound()
      : c.html(<Vermeldingspagina van={van} vermelding={vermelding} />)
  })
}

function Vermeldingspagina(props: { van: Planbezoek; vermelding: Vermelding }) {
  const { van, vermelding } = props
  const over = genoemd(van.beeld, vermelding.over)
  const plaats = van.beeld.plaats.get(vermelding.plaats)
  const waar = plaats === undefined ? vermelding.plaats : plaatskop(plaats)
  const telt = van.beeld.plan.raming.filter((regel) => regel.vermelding === vermelding.id)
  return (
    <Planpagina
      van={van}
      titel={`${over.naam}: ${SOORTWOORDEN[vermelding.soort]} in ${plaats === undefined ? '' : plaatsnaam(plaats)}`}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Document', href: van.pad('/document') },
        { tekst: waar, href: van.pad(`/document/${vermelding.plaats}`) },
      ]}
    >
      <Paginakop titel={over.naam} lead={`${hoofdletter(inhoudVan(van.beeld, vermelding))}.`} />
      <Feiten
        feiten={[
          {
            label: hoofdletter(over.soort),
            waarde:
              over.adres === undefined ? over.naam : <Link href={van.pad(over.adres)}>{over.naam}</Link>,
          },
          {
            label: 'Staat in',
            waarde: <Link href={van.pad(`/document/${vermelding.plaats}`)}>{waar}</Link>,
            bij: regelnaam(vermelding.regels) || 'zonder regelnummer',
          },
          {
            label: 'Letterlijk',
            waarde: vermelding.letterlijk === undefined ? 'niet overgenomen' : `“${vermelding.letterlijk}”`,
          },
          ...(vermelding.soort === 'bedrag'
            ? [
                {
                  label: 'Telt mee',
                  waarde: telt.length > 0 ? 'ja' : 'nee',
                  bij:
                    telt.length > 0
                      ? 'Dit bedrag staat in de geldende raming.'
                      : 'De geldende raming gebruikt een ander bedrag, of rekent met de jaren.',
                },
              ]
            : []),
        ]}
      />
      {vermelding.twijfel !== undefined && (
        <Melding soort="let-op" titel="Deze lezing is niet zeker">
          <Alinea>{vermelding.twijfel}</Alinea>
        </Melding>
      )}
      <Vergelijking van={van} vermelding={vermelding} />
      <Bevindingen van={van} vermelding={vermelding} />
    </Planpagina>
  )
}

function Vergelijking(props: { van: Planbezoek; vermelding: Vermelding }) {
  const { van, vermelding } = props
  const andere = naastElkaar(van.beeld, vermelding)
  return (
    <Sectie
      kop="Wat andere plaatsen zeggen"
      onder="Andere vermeldingen van dezelfde soort over hetzelfde, en hoe zij zich hiertoe verhouden."
    >
      {andere.length === 0 ? (
        <LegeStaat titel="Geen andere plaats zegt hier iets over">
          Er is dus niets om dit mee te vergelijken.
        </LegeStaat>
      ) : (
        <Tabel
          bijschrift="Andere vermeldingen"
          bijschriftVerborgen
          kolommen={[
            {
              sleutel: 'plaats',
              kop: 'Plaats',
              cel: (ander: Vermelding) => {
                const plaats = van.beeld.plaats.get(ander.plaats)
                return plaats === undefined ? ander.plaats : plaatsnaam(plaats)
              },
            },
            {
              sleutel: 'wat',
              kop: 'Wat er staat',
              cel: (ander: Vermelding) => (
                <Link href={van.pad(`/vermeldingen/${ander.id}`)}>{inhoudVan(van.beeld, ander)}</Link>
              ),
            },
            { sleutel: 'regels', kop: 'Waar', cel: (ander: Vermelding) => regelnaam(ander.regels) },
            {
              sleutel: 'oordeel',
              kop: 'Vergeleken',
              cel: (ander: Vermelding) => oordeel(vermelding, ander) ?? '',
            },
          ]}
          rijen={andere}
          toonRij={(ander) => {
            const gezegd = oordeel(vermelding, ander)
            return gezegd === undefined || gezegd === 'gelijk' || gezegd === ANDERE_PERIODE
              ? undefined
              : 'anders'
          }}
        />
      )}
    </Sectie>
  )
}

function Bevindingen(props: { van: Planbezoek; vermelding: Vermelding }) {
  const { van, vermelding } = props
  const bevindingen = bevindingenBij(van.versie.bevindingen(), vermelding.id)
  if (bevindingen.length === 0) return null
  return (
    <Sectie kop="Wat de plancontrole hier vond">
      <Zijbalklijst
        items={bevindingen.map(({ sleutel, titel, uitleg }) => ({
          tekst: <Link href={`${van.pad('/plancontrole')}#${ankerVan(sleutel)}`}>{titel}</Link>,
          bij: uitleg,
        }))}
      />
    </Sectie>
  )
}
