import { jaarVan } from '#basis/datum.ts'
import { gaVerplichtingAan } from '#grootboek/deur.ts'
import { maakPad, type Programmakamer } from '#programma/planbezoek.tsx'
import { type Boekvorm, meldBoekschermAan } from '#programma/verplichtingen/boekscherm.tsx'
import { Boeklezer, dagWaarde, eersteBetaling, looptijdVan } from '#programma/verplichtingen/invoer.ts'
import {
  Betalingvelden,
  Dagveld,
  Jaarbedragen,
  Onderdeelveld,
  Tekstveld,
  type Veldprops,
} from '#programma/verplichtingen/velden.tsx'
import { alsGemeld } from '#programma/verplichtingen/zinnen.ts'
import { noemOnderdeel } from '#programma/wijzigen/velden.ts'
import type { Routes } from '#toegang/deur.ts'

/** Een verplichting aangaan. Boven iemands mandaat wordt het een voorstel aan een tweede persoon. */
export function nieuweVerplichtingPagina(routes: Routes, kamer: Programmakamer): void {
  meldBoekschermAan(routes, kamer, 'verplichting.aangaan', '/verplichtingen/nieuw', NIEUW)
}

const NIEUW: Boekvorm<true> = {
  laad: async () => true,
  titel: () => 'Verplichting aangaan',
  lead: () => 'Leg vast wat is afgesproken. Het bedrag is vanaf dan niet meer vrij.',
  kruimels: (van) => [
    { tekst: 'Overzicht', href: van.pad('/') },
    { tekst: 'Verplichtingen', href: van.pad('/verplichtingen') },
  ],
  knop: () => 'Verplichting aangaan',
  begin: (van, _, vraag) => {
    const { plan, onderdeel } = van.beeld
    const gekozen = onderdeel.has(vraag['onderdeel'] ?? '') ? vraag['onderdeel'] : undefined
    return {
      onderdeel: gekozen === undefined ? '' : noemOnderdeel(plan, gekozen),
      geldigOp: dagWaarde(van.vandaag),
      'jaar.R1': String(jaarVan(van.vandaag)),
      ...eersteBetaling(plan, gekozen),
    }
  },
  Velden,
  bewaar: async (kamer, van, _, waarden, verzoek) => {
    const lezer = new Boeklezer(waarden, van.beeld)
    const onderdeel = lezer.onderdeel('onderdeel')
    const omschrijving = lezer.zin('omschrijving', 'waar deze verplichting over gaat')
    const invoer = {
      programma: van.kop.id as string,
      onderdeel: onderdeel?.id ?? null,
      geldigOp: lezer.dag('geldigOp', van.vandaag),
      jaren: lezer.jaarbedragen(),
      betaling: lezer.betaling(),
      van: lezer.dagOfLeeg('van'),
      tot: lezer.dagOfLeeg('tot'),
      looptijd: looptijdVan(onderdeel),
      uitwijkNaar: lezer.uitwijk(),
    }
    if (lezer.fouten.length > 0) return { ok: false, reden: lezer.fouten }
    const { boekhouder } = kamer
    const uitkomst = await gaVerplichtingAan(boekhouder, van.bezoek, invoer, { omschrijving, verzoek })
    if (!uitkomst.ok) return uitkomst
    const { verplichting, voorstel, waarschuwingen } = uitkomst.waarde
    const pad = maakPad(van.kop, undefined)
    const gemeld = alsGemeld(waarschuwingen)
    return {
      ok: true,
      waarde:
        verplichting === null
          ? pad('/verplichtingen', { voorstel: voorstel ?? '', gemeld })
          : pad(`/verplichtingen/${verplichting}`, { gedaan: 'aangegaan', gemeld }),
    }
  },
}

function Velden(props: Veldprops) {
  return (
    <>
      <Onderdeelveld {...props} />
      <Tekstveld
        {...props}
        naam="omschrijving"
        label="Wat is afgesproken"
        uitleg="Bijvoorbeeld: huur van de ruimte, of inkoop van begeleiding. Alleen te zien voor wie aan het programma werkt. Noem geen namen van personen."
      />
      <Dagveld {...props} label="Dag van de afspraak" />
      <Jaarbedragen {...props} />
      <Betalingvelden {...props} />
      <fieldset class="oz-veldgroep">
        <legend>Looptijd</legend>
        <div class="oz-veldgroep__naast">
          <Dagveld {...props} naam="van" label="Van" uitleg="Eerste dag." verplicht={false} />
          <Dagveld {...props} naam="tot" label="Tot en met" uitleg="Laatste dag." verplicht={false} />
        </div>
      </fieldset>
    </>
  )
}
