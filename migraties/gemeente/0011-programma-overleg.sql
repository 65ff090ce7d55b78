create table programma_mijlpaalmelding (
  plan text not null references programma_plan (id),
  onderdeel text not null,
  mijlpaal text not null,
  volgnr integer not null check (volgnr > 0),
  fase text not null check (fase in ('verwacht', 'bereikt', 'vervallen')),
  verwacht text,
  letterlijk text,
  bereikt_op date,
  reden text not null,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (plan, onderdeel, mijlpaal, volgnr),
  check ((fase = 'bereikt') = (bereikt_op is not null)),
  check (fase <> 'verwacht' or verwacht is not null or letterlijk is not null)
);
create index programma_mijlpaalmelding_op on programma_mijlpaalmelding (plan, op);
comment on table programma_mijlpaalmelding is 'Wat er over een mijlpaal is gemeld: verwacht, bereikt of vervallen; de laatste melding geldt; alleen aanvullen';
comment on column programma_mijlpaalmelding.plan is 'Van welk plan';
comment on column programma_mijlpaalmelding.onderdeel is 'Van welk onderdeel';
comment on column programma_mijlpaalmelding.mijlpaal is 'Sleutel van de mijlpaal binnen het onderdeel; blijft ook als het plan haar niet meer noemt';
comment on column programma_mijlpaalmelding.volgnr is 'Oplopend per mijlpaal; twee mensen tegelijk kunnen zo nooit dezelfde melding doen';
comment on column programma_mijlpaalmelding.fase is 'verwacht, bereikt of vervallen; verwacht na bereikt betekent dat bereikt is ingetrokken';
comment on column programma_mijlpaalmelding.verwacht is 'Tijdvak waarin de mijlpaal wordt verwacht, zo precies als gemeld; leeg als er alleen woorden zijn';
comment on column programma_mijlpaalmelding.letterlijk is 'De verwachting in woorden, zoals: zomer 2026';
comment on column programma_mijlpaalmelding.bereikt_op is 'De dag waarop de mijlpaal is bereikt';
comment on column programma_mijlpaalmelding.reden is 'Waarom; nooit openbaar';
comment on column programma_mijlpaalmelding.op is 'Moment van vastleggen, op de microseconde; loopt binnen een plan altijd op';
comment on column programma_mijlpaalmelding.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_mijlpaalmelding to {{rol}};

create table programma_risico (
  id uuid primary key,
  plan text not null references programma_plan (id),
  nummer integer not null check (nummer > 0),
  op timestamptz not null,
  door uuid references toegang_account (id),
  unique (plan, nummer)
);
comment on table programma_risico is 'Risico''s; wat zij inhouden staat in hun versies; alleen aanvullen';
comment on column programma_risico.id is 'Eigen sleutel (UUIDv7)';
comment on column programma_risico.plan is 'Van welk plan';
comment on column programma_risico.nummer is 'Volgnummer binnen het plan';
comment on column programma_risico.op is 'Moment van vastleggen, op de microseconde; loopt binnen een plan altijd op';
comment on column programma_risico.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_risico to {{rol}};

create table programma_risicoversie (
  risico uuid not null references programma_risico (id),
  volgnr integer not null check (volgnr > 0),
  plan text not null references programma_plan (id),
  onderdeel text,
  oorzaak text not null,
  gebeurtenis text not null,
  gevolg text not null,
  kans smallint not null check (kans between 1 and 5),
  laag_cent bigint not null check (laag_cent >= 0),
  hoog_cent bigint not null,
  maatregel text not null,
  eigenaarrol text not null,
  stand text not null check (stand in ('open', 'gesloten')),
  reden text not null,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (risico, volgnr),
  check (hoog_cent >= laag_cent)
);
create index programma_risicoversie_op on programma_risicoversie (plan, op);
comment on table programma_risicoversie is 'Elke versie van een risico, heel; de laatste geldt; alleen aanvullen';
comment on column programma_risicoversie.risico is 'Van welk risico';
comment on column programma_risicoversie.volgnr is 'Oplopend; twee mensen tegelijk kunnen zo nooit dezelfde versie maken';
comment on column programma_risicoversie.plan is 'Van welk plan';
comment on column programma_risicoversie.onderdeel is 'Van welk onderdeel; leeg is het hele programma';
comment on column programma_risicoversie.oorzaak is 'Waardoor het kan gebeuren';
comment on column programma_risicoversie.gebeurtenis is 'Wat er kan gebeuren';
comment on column programma_risicoversie.gevolg is 'Wat dat dan betekent';
comment on column programma_risicoversie.kans is 'Kansklasse, van 1 (zeer klein) tot 5 (zeer groot)';
comment on column programma_risicoversie.laag_cent is 'Gevolg in geld, het laagste, in hele centen';
comment on column programma_risicoversie.hoog_cent is 'Gevolg in geld, het hoogste, in hele centen';
comment on column programma_risicoversie.maatregel is 'Wat wij eraan doen';
comment on column programma_risicoversie.eigenaarrol is 'Welke rol erop let; nooit een naam';
comment on column programma_risicoversie.stand is 'open of gesloten';
comment on column programma_risicoversie.reden is 'Waarom deze versie er kwam';
comment on column programma_risicoversie.op is 'Moment van vastleggen, op de microseconde; loopt binnen een plan altijd op';
comment on column programma_risicoversie.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_risicoversie to {{rol}};

create table programma_risicoregel (
  plan text not null references programma_plan (id),
  volgnr integer not null check (volgnr > 0),
  kansen smallint[] not null check (array_length(kansen, 1) = 5),
  grenzen_cent bigint[] not null check (array_length(grenzen_cent, 1) = 4),
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (plan, volgnr)
);
comment on table programma_risicoregel is 'Hoe de gemeente kans en gevolg indeelt; de laatste geldt; alleen aanvullen';
comment on column programma_risicoregel.plan is 'Van welk plan';
comment on column programma_risicoregel.volgnr is 'Oplopend';
comment on column programma_risicoregel.kansen is 'Percentage van elk van de vijf kansklassen';
comment on column programma_risicoregel.grenzen_cent is 'Tot en met welk bedrag elk van de eerste vier gevolgklassen loopt, in hele centen';
comment on column programma_risicoregel.op is 'Moment van vastleggen, op de microseconde; loopt binnen een plan altijd op';
comment on column programma_risicoregel.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_risicoregel to {{rol}};

create table programma_overleg (
  id uuid primary key,
  plan text not null references programma_plan (id),
  nummer integer not null check (nummer > 0),
  orgaan text not null check (orgaan in ('stuurgroep', 'college', 'directie', 'projectoverleg')),
  op timestamptz not null,
  door uuid references toegang_account (id),
  unique (plan, nummer)
);
comment on table programma_overleg is 'Overleggen van stuurgroep, college, directie en projecten; dag en stand staan in hun stappen; alleen aanvullen';
comment on column programma_overleg.id is 'Eigen sleutel (UUIDv7)';
comment on column programma_overleg.plan is 'Van welk plan';
comment on column programma_overleg.nummer is 'Volgnummer binnen het plan';
comment on column programma_overleg.orgaan is 'Wie er bij elkaar komt';
comment on column programma_overleg.op is 'Moment van vastleggen, op de microseconde; loopt binnen een plan altijd op';
comment on column programma_overleg.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_overleg to {{rol}};

create table programma_overlegstap (
  overleg uuid not null references programma_overleg (id),
  volgnr integer not null check (volgnr > 0),
  plan text not null references programma_plan (id),
  datum date not null,
  stand text not null check (stand in ('gepland', 'gehouden', 'vervallen')),
  reden text,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (overleg, volgnr)
);
create index programma_overlegstap_op on programma_overlegstap (plan, op);
comment on table programma_overlegstap is 'Wat er met een overleg gebeurde; de laatste stap is zijn stand; alleen aanvullen';
comment on column programma_overlegstap.overleg is 'Van welk overleg';
comment on column programma_overlegstap.volgnr is 'Oplopend; twee mensen tegelijk kunnen zo nooit dezelfde stap zetten';
comment on column programma_overlegstap.plan is 'Van welk plan';
comment on column programma_overlegstap.datum is 'Op welke dag het overleg is';
comment on column programma_overlegstap.stand is 'gepland, gehouden of vervallen';
comment on column programma_overlegstap.reden is 'Waarom het overleg is verzet of vervallen';
comment on column programma_overlegstap.op is 'Moment van vastleggen, op de microseconde; loopt binnen een plan altijd op';
comment on column programma_overlegstap.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_overlegstap to {{rol}};

create table programma_agendapunt (
  overleg uuid not null references programma_overleg (id),
  nummer integer not null check (nummer > 0),
  volgnr integer not null check (volgnr > 0),
  plan text not null references programma_plan (id),
  soort text not null check (soort in ('vrij', 'onderdeel', 'mijlpaal', 'begrotingswijziging', 'risico', 'besluit')),
  verwijzing text,
  titel text not null,
  toelichting text,
  gevraagd text not null check (gevraagd in ('besluit', 'bespreking', 'informatie')),
  uitkomst text check (uitkomst in ('besloten', 'besproken', 'aangehouden', 'afgewezen', 'afgevoerd')),
  conclusie text,
  besluit uuid references programma_besluit (id),
  vervolg text not null check (vervolg in ('geen', 'college', 'directie')),
  vervolgbesluit uuid references programma_besluit (id),
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (overleg, nummer, volgnr),
  check ((soort = 'vrij') = (verwijzing is null)),
  check (besluit is null or uitkomst = 'besloten'),
  check (vervolgbesluit is null or (besluit is not null and vervolg <> 'geen'))
);
create index programma_agendapunt_op on programma_agendapunt (plan, op);
create index programma_agendapunt_besluit on programma_agendapunt (besluit) where besluit is not null;
comment on table programma_agendapunt is 'Elke versie van een punt op de agenda, met de uitkomst; de laatste geldt; alleen aanvullen';
comment on column programma_agendapunt.overleg is 'Van welk overleg';
comment on column programma_agendapunt.nummer is 'De plaats op de agenda';
comment on column programma_agendapunt.volgnr is 'Oplopend; twee mensen tegelijk kunnen zo nooit dezelfde versie maken';
comment on column programma_agendapunt.plan is 'Van welk plan';
comment on column programma_agendapunt.soort is 'Waar het punt over gaat';
comment on column programma_agendapunt.verwijzing is 'Sleutel van dat ding; leeg bij een vrij punt';
comment on column programma_agendapunt.titel is 'Wat er op de agenda staat';
comment on column programma_agendapunt.toelichting is 'Uitleg bij het punt; nooit openbaar';
comment on column programma_agendapunt.gevraagd is 'Wat er van het overleg gevraagd wordt';
comment on column programma_agendapunt.uitkomst is 'Wat het overleg ermee deed; leeg zolang het nog moet';
comment on column programma_agendapunt.conclusie is 'Wat er is afgesproken; nooit openbaar';
comment on column programma_agendapunt.besluit is 'Het besluit in het register; alleen als er is besloten';
comment on column programma_agendapunt.vervolg is 'Wie het daarna nog moet vastleggen';
comment on column programma_agendapunt.vervolgbesluit is 'Het besluit waarmee dat is gebeurd';
comment on column programma_agendapunt.op is 'Moment van vastleggen, op de microseconde; loopt binnen een plan altijd op';
comment on column programma_agendapunt.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_agendapunt to {{rol}};

create table programma_actie (
  id uuid primary key,
  plan text not null references programma_plan (id),
  nummer integer not null check (nummer > 0),
  overleg uuid references programma_overleg (id),
  punt integer,
  op timestamptz not null,
  door uuid references toegang_account (id),
  unique (plan, nummer),
  check (punt is null or overleg is not null)
);
comment on table programma_actie is 'Afgesproken acties; wat zij inhouden staat in hun stappen; alleen aanvullen';
comment on column programma_actie.id is 'Eigen sleutel (UUIDv7)';
comment on column programma_actie.plan is 'Van welk plan';
comment on column programma_actie.nummer is 'Volgnummer binnen het plan';
comment on column programma_actie.overleg is 'In welk overleg zij is afgesproken; leeg als dat er geen was';
comment on column programma_actie.punt is 'Bij welk agendapunt; leeg als het bij geen punt hoort';
comment on column programma_actie.op is 'Moment van vastleggen, op de microseconde; loopt binnen een plan altijd op';
comment on column programma_actie.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_actie to {{rol}};

create table programma_actiestap (
  actie uuid not null references programma_actie (id),
  volgnr integer not null check (volgnr > 0),
  plan text not null references programma_plan (id),
  wat text not null,
  rol text not null,
  uiterlijk date not null,
  stand text not null check (stand in ('open', 'bezig', 'klaar', 'vervallen')),
  reden text,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (actie, volgnr)
);
create index programma_actiestap_op on programma_actiestap (plan, op);
comment on table programma_actiestap is 'Elke versie van een actie, heel; de laatste geldt; alleen aanvullen';
comment on column programma_actiestap.actie is 'Van welke actie';
comment on column programma_actiestap.volgnr is 'Oplopend; twee mensen tegelijk kunnen zo nooit dezelfde stap zetten';
comment on column programma_actiestap.plan is 'Van welk plan';
comment on column programma_actiestap.wat is 'Wat er moet gebeuren';
comment on column programma_actiestap.rol is 'Welke rol het doet; nooit een naam';
comment on column programma_actiestap.uiterlijk is 'Uiterlijk op deze dag klaar';
comment on column programma_actiestap.stand is 'open, bezig, klaar of vervallen';
comment on column programma_actiestap.reden is 'Waarom zij werd verzet, klaar is of vervalt';
comment on column programma_actiestap.op is 'Moment van vastleggen, op de microseconde; loopt binnen een plan altijd op';
comment on column programma_actiestap.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_actiestap to {{rol}};
