import { type Centen, centen } from '#basis/geld.ts'
import { findAansluiting } from '#programma/inlezen/aansluiting.flow.ts'
import { type Aansluitrij, aansluiting } from '#programma/inlezen/aansluiting.ts'
import { SOORTNAAM } from '#programma/inlezen/teksten.ts'
import { onderdeelnaam } from '#programma/inlezen/verschil.tsx'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Routes } from '#toegang/deur.ts'
import { Paginakop } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Wat het financiële systeem zegt naast wat hier geboekt is: sluit aan, of het verschil. */
export function aansluitingPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('invoer.lezen', '/inlezen/aansluiting', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const gelezen = await van.bezoek.db.lees((lezer) => findAansluiting(lezer, van.kop.id))
    return c.html(<Aansluitingpagina van={van} rijen={aansluiting(gelezen.systeem, gelezen.saldi)} />)
  })
}

const verschil = ({ systeemCent, hierCent }: Aansluitrij): Centen => centen(hierCent - systeemCent)

function Aansluitingpagina(props: { van: Planbezoek; rijen: readonly Aansluitrij[] }) {
  const { van, rijen } = props
  const anders = rijen.filter((rij) => verschil(rij) !== 0)
  const titel = 'Sluit het aan?'
  return (
    <Planpagina
      van={van}
      titel={titel}
      kruimels={[
        { tekst: 'Werk', href: van.pad('/werk') },
        { tekst: 'Inlezen', href: van.pad('/inlezen') },
      ]}
    >
      <Paginakop
        titel={titel}
        lead="Wat het financiële systeem zegt, volgens de laatst ingelezen bestanden, naast wat hier geboekt is. Begrotingsbedragen uit het systeem boeken wij niet: hier tellen de besluiten."
      />
      {rijen.length > 0 &&
        (anders.length === 0 ? (
          <Melding soort="goed" titel="Alles sluit aan" />
        ) : (
          <Melding soort="let-op" titel={`${anders.length} van ${rijen.length} bedragen verschillen`}>
            Een verschil bij begroot komt door een besluit dat nog niet in beide systemen staat. Een verschil
            bij uitgegeven komt door een boeking met de hand.
          </Melding>
        ))}
      <Tabel
        bijschrift="Financiële systeem naast Omzien"
        bijschriftVerborgen
        rijen={rijen}
        toonRij={(rij) => (verschil(rij) === 0 ? undefined : 'anders')}
        kolommen={[
          {
            sleutel: 'onderdeel',
            kop: 'Onderdeel',
            cel: ({ onderdeel }) => onderdeelnaam(van, van.kop.id, onderdeel),
          },
          { sleutel: 'jaar', kop: 'Jaar', cel: ({ jaar }) => String(jaar) },
          { sleutel: 'soort', kop: 'Wat', cel: ({ soort }) => SOORTNAAM[soort] },
          { sleutel: 'systeem', kop: 'Systeem, €', soort: 'bedrag', cel: ({ systeemCent }) => systeemCent },
          { sleutel: 'hier', kop: 'Hier, €', soort: 'bedrag', cel: ({ hierCent }) => hierCent },
          {
            sleutel: 'oordeel',
            kop: 'Verschil, €',
            soort: 'bedrag',
            nadruk: true,
            cel: (rij) => (verschil(rij) === 0 ? 'sluit aan' : verschil(rij)),
          },
        ]}
        leeg="Er is nog niets ingelezen om mee te vergelijken."
      />
    </Planpagina>
  )
}
