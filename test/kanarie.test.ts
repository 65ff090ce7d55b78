import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPglite } from '#basis/db.ts'
import { maakGemeente } from '#start/gemeenten.ts'
import { migreerAlles } from '#start/migreer.ts'
import { vormenUit } from '#test/formulieren.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import {
  alsTekst,
  BEGIN,
  BSN,
  type Gezien,
  KANARIES,
  leesBestandtekst,
  loopRond,
  NAAM,
  sporen,
  stortUit,
  zoek,
} from '#test/kanarie.ts'
import {
  AUDITFILE_32,
  AUDITFILE_40,
  afschrift,
  alsBlad,
  alsCsv,
  FOUTE,
  KAPOTTE,
  MUTATIES,
  SLECHT,
} from '#test/kanariebestanden.ts'
import { kleinPlan } from '#test/plannen.ts'
import { type Proces, startProces, typOpdracht } from '#test/proces.ts'
import { ROLLEN } from '#toegang/deur.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

/**
 * Namen, rekeningnummers en vrije tekst uit een bestand komen nergens terecht, door welke deur het ook binnenkomt. En
 * wat een medewerker zelf als toelichting typt, verlaat het huis niet. Van begin tot eind: de echte server als eigen
 * proces, de opdrachtregel, en daarna de hele databank rij voor rij.
 */

const ADVISEUR = 'financieel-adviseur'
/** Wat iemand binnen als toelichting typt; alleen voor wie aan het programma werkt. */
const BINNEN = 'Toelichting over mevrouw Binnenshuis'
const BINNENSPOOR = /binnenshuis/iu

describe('kanaries', () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-kanarie-'))
  const gegevens = join(map, 'gegevens')
  let server: Proces
  const gezegd: string[] = []
  const gezien: { wie: string; een: Gezien }[] = []

  before(async () => {
    mkdirSync(gegevens)
    const databank = await openPglite(join(gegevens, 'postgres'))
    await migreerAlles(databank)
    await maakGemeente(databank, { code: 'gm0001', naam: 'Proef', hosts: [] })
    await laadVastgesteld(databank.gemeente('gm0001'), kleinPlan('gm0001'))
    await databank.sluit()
    // Wat bij `debug` gezegd wordt, bevat ook alles van `info` en `error`.
    server = await startProces(gegevens, 'debug')
  })
  after(async () => {
    await server.stop()
    rmSync(map, { recursive: true, force: true })
  })

  let afzender = 0
  const koekjes = new Map<string, string>()
  const haal = async (
    pad: string,
    wie?: string,
    opties: RequestInit = {},
  ): Promise<Gezien & { naar: string }> => {
    afzender++
    const antwoord = await fetch(server.adres + pad, {
      redirect: 'manual',
      ...opties,
      headers: {
        origin: server.adres,
        cookie: koekjes.get(wie ?? '') ?? '',
        'x-forwarded-for': `10.0.${(afzender >> 8) & 255}.${afzender & 255}`,
      },
    })
    const tekst = alsTekst(new Uint8Array(await antwoord.arrayBuffer()))
    const koppen = [...antwoord.headers].map(([naam, waarde]) => `${naam}: ${waarde}`).join('\n')
    const een = { pad, status: antwoord.status, tekst: `${koppen}\n\n${tekst}` }
    gezien.push({ wie: wie ?? 'niemand', een })
    const koek = antwoord.headers.getSetCookie().find((regel) => regel.startsWith('omzien='))
    if (koek !== undefined && wie !== undefined) koekjes.set(wie, koek.split(';')[0] ?? '')
    return { ...een, naar: antwoord.headers.get('location') ?? '' }
  }
  const stuur = (pad: string, velden: Record<string, string | File>, wie = ADVISEUR) => {
    const body = Object.values(velden).some((waarde) => waarde instanceof File)
      ? new FormData()
      : new URLSearchParams()
    for (const [naam, waarde] of Object.entries(velden)) (body as FormData).append(naam, waarde)
    return haal(pad, wie, { method: 'POST', body })
  }
  const zonderKoppen = (een: Gezien): string => een.tekst.slice(een.tekst.indexOf('\n\n') + 2)
  /** Wacht op het werk op de achtergrond; geeft waar het naar verwijst. */
  const wacht = async (naar: string): Promise<string> => {
    for (let keer = 0; keer < 300; keer++) {
      const bezig = await haal(naar, ADVISEUR)
      const klaar = /href="(\/inlezen\/[^"]+)"/u.exec(zonderKoppen(bezig).split('<main')[1] ?? '')?.[1]
      if (klaar !== undefined) return klaar
      await sleep(50)
    }
    throw new Error(`${naar} kwam niet klaar`)
  }
  const lees = async (inhoud: string | Uint8Array, uitbreiding: string): Promise<string> => {
    const bytes = typeof inhoud === 'string' ? Buffer.from(inhoud) : inhoud
    const bestand = new File([new Uint8Array(bytes)], `Dossier ${NAAM} ${BSN}.${uitbreiding}`)
    const { naar, status, tekst } = await stuur('/inlezen', { bestand })
    if (naar.startsWith('/bezig')) return wacht(naar)
    assert.ok([303, 400].includes(status), tekst)
    if (!naar.startsWith('/inlezen/lijst')) return naar
    const keuze = await haal(naar, ADVISEUR)
    const vorm = vormenUit(naar, zonderKoppen(keuze)).find(({ velden }) => 'administratie' in velden)
    if (vorm === undefined) return naar
    const kolommen = Object.keys(vorm.velden).filter((veld) => veld.startsWith('kolom.'))
    assert.ok(kolommen.length >= 8, keuze.tekst)
    const antwoord = await stuur(naar, {
      ...vorm.velden,
      administratie: 'Key2',
      bewaar: `Lijst ${uitbreiding}`,
    })
    return antwoord.naar.startsWith('/bezig') ? wacht(antwoord.naar) : antwoord.naar
  }
  const legVast = async (klaar: string): Promise<void> => {
    const scherm = await haal(klaar, ADVISEUR)
    const verwacht = /name="verwacht" value="(\w+)"/u.exec(scherm.tekst)?.[1]
    assert.ok(verwacht !== undefined, `${klaar} is niet vast te leggen`)
    assert.equal((await stuur(klaar, { verwacht })).status, 303, klaar)
  }

  test('de bestanden gaan naar binnen, door elke deur en met namen in hun naam', {
    timeout: 120_000,
  }, async () => {
    for (const rol of ROLLEN) if (rol !== 'inwoner') await stuur('/inloggen/demo', { rol }, rol)
    await legVast(await lees(AUDITFILE_32, 'xaf'))
    await legVast(await lees(AUDITFILE_40, 'xaf'))
    await legVast(await lees(alsCsv(MUTATIES), 'csv'))
    // Deze twee blijven klaarliggen: ook wat nog niet vastligt, staat in de databank.
    await lees(schrijfOds(alsBlad(MUTATIES)), 'ods')
    await lees(schrijfXlsx(alsBlad(MUTATIES)), 'xlsx')
    const bank = await lees(afschrift('10095.00'), 'xml')
    assert.match(bank, /^\/inlezen\/afschrift\//u)
    const bevestigd = await stuur(bank, { kies: '0', 'bron.0': 'rijk', 'jaar.0': '2024' })
    assert.equal(bevestigd.naar, '/boekingen', bevestigd.tekst)
    for (const [inhoud, soort] of [
      [FOUTE, 'xaf'],
      [KAPOTTE, 'xaf'],
      [afschrift('1.00'), 'xml'],
      [alsCsv(SLECHT), 'csv'],
      [schrijfOds(alsBlad(SLECHT)), 'ods'],
      [KANARIES.join('\n'), 'txt'],
      [`<auditfile><!DOCTYPE x [<!ENTITY a "${NAAM}">]>${NAAM}`, 'xaf'],
    ] as const)
      await lees(inhoud, soort)
    for (const [naam, inhoud] of [
      [`${NAAM}.xaf`, AUDITFILE_40.replaceAll('F-23', 'G-23')],
      [`${NAAM} fout.xaf`, FOUTE],
    ] as const) {
      writeFileSync(join(map, naam), inhoud)
      const { zegt, code } = await typOpdracht(gegevens, 'boek', 'importeer', join(map, naam), '--json')
      assert.equal(code, naam.includes('fout') ? 2 : 0, zegt)
      gezegd.push(zegt)
    }
  })

  test('wat iemand binnen typt: een toelichting, een verplichting, een voorstel en een prognose', async () => {
    const boeking = {
      bedrag: '10,00',
      jaar: '2024',
      stuk: 'F-9',
      betaling: 'bron:rijk',
      geldigOp: '01-03-2024',
    }
    const tekst = { tekst: BINNEN, omschrijving: BINNEN, toelichting: BINNEN, reden: BINNEN }
    const vul = async (pad: string, velden: Record<string, string>, wie = ADVISEUR): Promise<string> => {
      const scherm = zonderKoppen(await haal(pad, wie))
      const vorm = vormenUit(pad, scherm).find(
        ({ methode, actie }) => methode === 'post' && actie.startsWith('/') && !/uitloggen/u.test(actie),
      )
      assert.ok(vorm !== undefined, pad)
      const { meer: _, ...leeg } = vorm.velden
      const antwoord = await stuur(vorm.actie, { ...leeg, ...tekst, ...velden }, wie)
      assert.equal(antwoord.status, 303, `${pad} ${zonderKoppen(antwoord).replace(/<[^>]*>/gu, ' ')}`)
      return antwoord.naar
    }
    const geboekt = await vul('/boekingen/nieuw', { ...boeking, onderdeel: 'inloop' })
    await vul('/boekingen/nieuw?soort=ontvangst', { ...boeking, bron: 'rijk' })
    await vul(`/boekingen/${/\d+/u.exec(geboekt)?.[0]}/corrigeren`, {})
    const aan = { ...boeking, onderdeel: 'inloop', 'jaar.R1': '2024', 'bedrag.R1': '5,00' }
    await vul('/verplichtingen/nieuw', aan)
    await vul('/mandaten', { wie: 'rol:financieel-adviseur', bedrag: '100', van: '01-01-2024' })
    await vul('/verplichtingen/nieuw', aan)
    await vul('/begrotingswijzigingen/nieuw', {
      ...Object.fromEntries(
        [1, 2].flatMap((n) => [
          [`onderdeel.R${n}`, n === 1 ? 'inloop' : 'steun'],
          [`jaar.R${n}`, '2025'],
          [`bedrag.R${n}`, n === 1 ? '-1,00' : '1,00'],
          [`bron.R${n}`, ''],
        ]),
      ),
    })
    await vul('/prognoses/inloop/2024', { bedrag: '3.000', zekerheid: 'midden' })
    await vul('/jaareinde/overhevelen?onderdeel=inloop&bron=&jaar=2024', {
      bedrag: '1,00',
      voorwaarde: BINNEN,
      vervaltOp: '01-01-2099',
    })
  })

  test('elke pagina, download en api, voor elke rol en voor niemand', { timeout: 240_000 }, async () => {
    for (const rol of [undefined, ...ROLLEN.filter((een) => een !== 'inwoner')]) {
      const alles = await loopRond((pad) => haal(pad, rol), BEGIN, 300)
      assert.ok(alles.length > 60, `${rol}: ${alles.length}`)
      assert.deepEqual(
        alles.filter(({ status }) => status >= 500).map(({ pad }) => pad),
        [],
      )
    }
    // Wat iemand zelf zoekt, staat op zijn eigen scherm.
    const zonderVraag = gezien.filter(({ een }) => !een.pad.includes('zoek='))
    assert.deepEqual(zoek(zonderVraag.map(({ wie, een }) => [`${wie} ${een.pad}`, een.tekst])), [])
    const buiten = gezien.filter(
      ({ wie, een }) => ['niemand', 'raadslid'].includes(wie) && !een.pad.includes('zoek='),
    )
    assert.deepEqual(
      zoek(
        buiten.map(({ wie, een }) => [`${wie} ${een.pad}`, een.tekst]),
        BINNENSPOOR,
      ),
      [],
    )
    for (const { een } of gezien.filter(
      ({ wie, een: { pad } }) => ['niemand', 'raadslid'].includes(wie) && pad.includes('zoek='),
    ))
      assert.match(een.tekst, /Niets gevonden|niets gevonden/u, een.pad)
    // Kijkt deze toets wel? Binnen staat de toelichting er, en de codes uit de bestanden ook.
    assert.ok(gezien.some(({ een }) => BINNENSPOOR.test(een.tekst)))
    assert.ok(gezien.some(({ wie, een }) => wie === 'niemand' && /5\.1\.6|INK|inlezing/u.test(een.tekst)))
  })

  test('de opdrachtregel, de log, de hele databank en wat er op schijf bleef', {
    timeout: 240_000,
  }, async () => {
    for (const vorm of ['json', 'hledger', 'csv', 'ods', 'xlsx', 'fdp']) {
      const pad = join(map, `journaal.${vorm}`)
      const { code, zegt } = await typOpdracht(gegevens, 'boek', 'exporteer', pad, '--formaat', vorm)
      assert.equal(code, 0, zegt)
      const inhoud = leesBestandtekst(pad)
      assert.ok(inhoud.length > 1_000, vorm)
      assert.deepEqual([...sporen(inhoud), ...sporen(inhoud, BINNENSPOOR)], [], vorm)
    }
    for (const rest of [['stand', '--json'], ['stand', '--per', 'bron'], ['controleer']]) {
      const { code, zegt } = await typOpdracht(gegevens, 'boek', ...rest)
      assert.equal(code, 0, zegt)
      gezegd.push(zegt)
    }
    assert.deepEqual(
      gezegd.flatMap((zegt) => [...sporen(zegt), ...sporen(zegt, BINNENSPOOR)]),
      [],
    )
    await server.stop()
    const log = server.log()
    assert.ok(log.split('\n').length > 500, 'de server zei wat hij deed')
    assert.deepEqual([...sporen(log), ...sporen(log, BINNENSPOOR)], [])
    const databank = await openPglite(join(gegevens, 'postgres'))
    const stort = await stortUit(databank)
    await databank.sluit()
    assert.deepEqual(zoek(stort), [])
    // Wat iemand typte staat alleen hier, en niet in het journaal, de regels, het logboek of een verzoek.
    assert.deepEqual(
      [...stort]
        .filter(([, tekst]) => BINNENSPOOR.test(tekst))
        .map(([tabel]) => tabel)
        .toSorted(),
      [
        'gm0001.grootboek_tekst',
        'gm0001.grootboek_voorstel',
        'gm0001.programma_begrotingswijziging',
        'gm0001.programma_overheveling',
        'gm0001.programma_prognose',
      ],
    )
    for (const naam of readdirSync(gegevens, { recursive: true, encoding: 'utf8' }))
      assert.deepEqual(sporen(naam), [])
  })
})
