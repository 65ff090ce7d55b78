create table programma_uitvraag (
  plan text not null references programma_plan (id),
  jaar integer not null,
  kwartaal smallint not null check (kwartaal between 1 and 4),
  stap smallint not null check (stap > 0),
  soort text not null check (soort in ('geopend', 'verlengd', 'gesloten', 'heropend')),
  deadline date not null,
  reden text,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (plan, jaar, kwartaal, stap)
);
comment on table programma_uitvraag is 'Het opvragen van de voortgang over een kwartaal, stap voor stap; de laatste stap is de stand; alleen aanvullen';
comment on column programma_uitvraag.plan is 'Van welk plan';
comment on column programma_uitvraag.jaar is 'Over welk jaar';
comment on column programma_uitvraag.kwartaal is 'Over welk kwartaal van dat jaar';
comment on column programma_uitvraag.stap is 'Oplopend; twee mensen tegelijk kunnen zo nooit dezelfde stap zetten';
comment on column programma_uitvraag.soort is 'geopend, verlengd, gesloten of heropend';
comment on column programma_uitvraag.deadline is 'Laatste dag om in te dienen, zoals die na deze stap geldt';
comment on column programma_uitvraag.reden is 'Waarom verlengd of heropend; nooit openbaar';
comment on column programma_uitvraag.op is 'Moment van vastleggen, op de microseconde';
comment on column programma_uitvraag.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_uitvraag to {{rol}};

create table programma_voortgang (
  plan text not null references programma_plan (id),
  jaar integer not null,
  kwartaal smallint not null check (kwartaal between 1 and 4),
  onderdeel text not null,
  volgnr integer not null check (volgnr > 0),
  fase text not null check (fase in ('concept', 'ingediend', 'teruggestuurd', 'akkoord')),
  oordelen jsonb not null,
  gedaan text not null,
  komt text not null,
  verklaring jsonb,
  opmerking text,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (plan, jaar, kwartaal, onderdeel, volgnr)
);
create index programma_voortgang_onderdeel on programma_voortgang (plan, onderdeel, op);
comment on table programma_voortgang is 'Hoe een onderdeel ervoor staat in een kwartaal; elke keer een nieuwe rij, de laatste geldt; alleen aanvullen';
comment on column programma_voortgang.plan is 'Van welk plan';
comment on column programma_voortgang.jaar is 'Over welk jaar';
comment on column programma_voortgang.kwartaal is 'Over welk kwartaal van dat jaar';
comment on column programma_voortgang.onderdeel is 'Welk onderdeel';
comment on column programma_voortgang.volgnr is 'Oplopend; twee mensen tegelijk kunnen zo nooit dezelfde versie maken';
comment on column programma_voortgang.fase is 'concept (alleen voor wie invult), ingediend, teruggestuurd of akkoord';
comment on column programma_voortgang.oordelen is 'Per inhoud, tijd en geld: wat de regel voorstelde met haar zin, wat het werd, en waarom dat anders is';
comment on column programma_voortgang.gedaan is 'Wat er dit kwartaal gedaan is; openbaar na sluiten of akkoord, zonder namen van inwoners';
comment on column programma_voortgang.komt is 'Wat er hierna komt; idem';
comment on column programma_voortgang.verklaring is 'Oorzaak, maatregel, risico en prognose; moet er zijn waar geld of tijd te ver afwijkt; idem';
comment on column programma_voortgang.opmerking is 'Van wie de voortgang beoordeelde; nooit openbaar';
comment on column programma_voortgang.op is 'Moment van vastleggen, op de microseconde';
comment on column programma_voortgang.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_voortgang to {{rol}};

create table programma_eigenaar (
  plan text not null references programma_plan (id),
  onderdeel text not null,
  volgnr integer not null check (volgnr > 0),
  account uuid references toegang_account (id),
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (plan, onderdeel, volgnr)
);
comment on table programma_eigenaar is 'Wie de voortgang van een onderdeel bijhoudt; de laatste rij geldt; alleen aanvullen';
comment on column programma_eigenaar.plan is 'Van welk plan';
comment on column programma_eigenaar.onderdeel is 'Welk onderdeel';
comment on column programma_eigenaar.volgnr is 'Oplopend; twee mensen tegelijk kunnen zo nooit dezelfde aanwijzing doen';
comment on column programma_eigenaar.account is 'Wie; leeg is: deze persoon is weg en er is nog niemand anders';
comment on column programma_eigenaar.op is 'Moment van vastleggen, op de microseconde';
comment on column programma_eigenaar.door is 'Wie aanwees; leeg bij het laden van een voorbeeld';
grant select, insert on programma_eigenaar to {{rol}};
