import type { Context } from 'hono'
import {
  CONTROLES,
  CONTROLESTANDEN,
  type Controle,
  type Controlestand,
  findInstellingen,
  findInstellingregels,
  type Instellingen,
  STANDAARD,
  stelIn,
} from '#grootboek/deur.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes, toonMoment } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Keuzerondjes } from '#ui/veld.tsx'

/** Hoe streng de gemeente controleert als iemand met de hand boekt. */

const CONTROLENAAM = {
  verplichting_boven_ruimte: 'Een verplichting is meer dan er vrij is',
  verplichting_boven_mandaat: 'Een verplichting is meer dan iemands mandaat',
  factuur_boven_openstaand: 'Een factuur is meer dan er op de verplichting openstaat',
  boeking_buiten_looptijd: 'Een boeking valt buiten de looptijd van het onderdeel',
  wijziging_ruimte_negatief: 'Een begrotingswijziging maakt dat er ergens minder dan niets vrij is',
} as const satisfies Record<Controle, string>

const STANDNAAM = {
  geen: 'Niets doen',
  waarschuwen: 'Boeken en waarschuwen',
  weigeren: 'Weigeren',
} as const satisfies Record<Controlestand, string>

/** Boven iemands mandaat weigeren betekent: een ander moet het goedkeuren. */
const standnaam = (controle: Controle, stand: Controlestand): string =>
  controle === 'verplichting_boven_mandaat' && stand === 'weigeren'
    ? 'Eerst een tweede persoon'
    : STANDNAAM[stand]

export function boekregelsPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('mandaat.beheren', '/boekregels', async (c) => toon(c, kamer))
  routes.post('mandaat.beheren', '/boekregels', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const velden = await leesFormulier(c)
    const keuzes: Partial<Record<Controle, Controlestand>> = {}
    for (const controle of CONTROLES) {
      const stand = CONTROLESTANDEN.find((een) => een === velden[controle])
      if (stand !== undefined) keuzes[controle] = stand
    }
    const uitkomst = await stelIn(van.bezoek, keuzes)
    if (!uitkomst.ok) return foutAntwoord(c, 'mag_niet')
    kamer.planboek.vergeet(van.bezoek.db.schema)
    const gedaan = uitkomst.waarde.veranderd.length
    return c.redirect(maakPad(van.kop, undefined)('/boekregels', { gedaan: String(gedaan) }), 303)
  })
}

async function toon(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const { nu, regels } = await van.bezoek.db.lees(async (lezer) => ({
    nu: await findInstellingen(lezer),
    regels: await findInstellingregels(lezer),
  }))
  return c.html(<Regelspagina van={van} nu={nu} regels={regels} gedaan={c.req.query('gedaan')} />)
}

type Props = {
  van: Planbezoek
  nu: Instellingen
  regels: Awaited<ReturnType<typeof findInstellingregels>>
  gedaan: string | undefined
}

function Regelspagina(props: Props) {
  const { van, nu, regels, gedaan } = props
  return (
    <Planpagina van={van} titel="Boekregels" kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
      <Paginakop
        titel="Boekregels"
        lead="Wat een boeking tegenhoudt, en waar alleen een waarschuwing bij komt. Wat uit een ander systeem wordt ingelezen, is een feit en wordt nooit geweigerd."
      />
      {gedaan !== undefined && (
        <Melding
          soort="goed"
          titel={gedaan === '0' ? 'Er is niets veranderd' : 'De boekregels zijn bewaard'}
          antwoord
        />
      )}
      <Sectie kop="Wat er gebeurt als">
        <Formulier naam="Boekregels">
          {CONTROLES.map((controle) => (
            <Keuzerondjes
              naam={controle}
              label={CONTROLENAAM[controle]}
              waarde={nu[controle]}
              keuzes={CONTROLESTANDEN.map((stand) => ({
                waarde: stand,
                tekst: standnaam(controle, stand),
                uitleg: STANDAARD[controle] === stand ? 'Dit is de standaard.' : undefined,
              }))}
            />
          ))}
          <Knoppen>
            <Knop>Bewaren</Knop>
          </Knoppen>
        </Formulier>
      </Sectie>
      <Sectie kop="Wat er eerder is gekozen">
        {regels.length === 0 ? (
          <Alinea>Uw gemeente heeft nog niets gekozen. Overal geldt de standaard.</Alinea>
        ) : (
          <Tabel
            bijschrift="Keuzes, de nieuwste eerst"
            bijschriftVerborgen
            rijen={regels}
            kolommen={[
              { sleutel: 'wat', kop: 'Als', cel: ({ controle }) => CONTROLENAAM[controle] },
              { sleutel: 'stand', kop: 'Dan', cel: ({ controle, stand }) => standnaam(controle, stand) },
              { sleutel: 'door', kop: 'Gekozen door', cel: ({ door }) => door ?? 'onbekend' },
              { sleutel: 'op', kop: 'Op', cel: ({ op }) => toonMoment(op) },
            ]}
          />
        )}
      </Sectie>
    </Planpagina>
  )
}
