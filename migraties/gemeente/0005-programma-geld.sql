create table programma_geboekteraming (
  plan text not null,
  versie integer not null,
  boeking_van bigint references grootboek_boeking (nr),
  boeking_tm bigint references grootboek_boeking (nr),
  geboekt_op timestamptz not null,
  primary key (plan, versie),
  foreign key (plan, versie) references programma_versie (plan, nummer)
);
comment on table programma_geboekteraming is 'Van welke vastgestelde versies de raming in het journaal staat; alleen aanvullen';
comment on column programma_geboekteraming.plan is 'Van welk plan';
comment on column programma_geboekteraming.versie is 'Deze versie is geboekt; elke versie hoogstens één keer';
comment on column programma_geboekteraming.boeking_van is 'Eerste boeking; leeg als de versie voor het geld niets veranderde';
comment on column programma_geboekteraming.boeking_tm is 'Laatste boeking';
comment on column programma_geboekteraming.geboekt_op is 'Moment';
grant select, insert on programma_geboekteraming to {{rol}};

create table programma_begrotingswijziging (
  id uuid primary key,
  plan text not null references programma_plan (id),
  nummer integer not null check (nummer > 0),
  orgaan text not null check (orgaan in ('raad', 'college', 'budgethouder')),
  redenen text[] not null,
  toelichting text not null,
  regels jsonb not null,
  gemaakt_op timestamptz not null,
  gemaakt_door uuid references toegang_account (id),
  unique (plan, nummer)
);
comment on table programma_begrotingswijziging is 'Voorgestelde begrotingswijzigingen, met hun regels; alleen aanvullen';
comment on column programma_begrotingswijziging.id is 'Eigen sleutel (UUIDv7)';
comment on column programma_begrotingswijziging.plan is 'Van welk plan';
comment on column programma_begrotingswijziging.nummer is 'Volgnummer binnen het plan';
comment on column programma_begrotingswijziging.orgaan is 'Wie hierover hoort te besluiten, volgens de regels op het moment van voorstellen';
comment on column programma_begrotingswijziging.redenen is 'Welke regels naar dat orgaan wezen';
comment on column programma_begrotingswijziging.toelichting is 'Waarom; nooit openbaar';
comment on column programma_begrotingswijziging.regels is 'Wat er verandert: per regel een onderdeel of een bron, jaar, bedrag in centen en incidenteel of structureel';
comment on column programma_begrotingswijziging.gemaakt_op is 'Moment';
comment on column programma_begrotingswijziging.gemaakt_door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_begrotingswijziging to {{rol}};

create table programma_wijzigingstap (
  wijziging uuid not null references programma_begrotingswijziging (id),
  stap smallint not null check (stap > 0),
  stand text not null check (stand in ('voorgesteld', 'besloten', 'geboekt', 'afgewezen', 'ingetrokken')),
  besluit uuid references programma_besluit (id),
  boeking bigint references grootboek_boeking (nr),
  reden text,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (wijziging, stap)
);
create index programma_wijzigingstap_besluit on programma_wijzigingstap (besluit) where besluit is not null;
comment on table programma_wijzigingstap is 'Wat er met een begrotingswijziging gebeurde; de laatste stap is haar stand; alleen aanvullen';
comment on column programma_wijzigingstap.wijziging is 'Van welke wijziging';
comment on column programma_wijzigingstap.stap is 'Oplopend; twee mensen tegelijk kunnen zo nooit dezelfde stap zetten';
comment on column programma_wijzigingstap.stand is 'voorgesteld, besloten, geboekt, afgewezen of ingetrokken';
comment on column programma_wijzigingstap.besluit is 'Het besluit waarop de stap berust; leeg als de budgethouder zelf besloot';
comment on column programma_wijzigingstap.boeking is 'De boeking in het journaal';
comment on column programma_wijzigingstap.reden is 'Waarom afgewezen of ingetrokken; nooit openbaar';
comment on column programma_wijzigingstap.op is 'Moment';
comment on column programma_wijzigingstap.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_wijzigingstap to {{rol}};

create table programma_overheveling (
  id uuid primary key,
  plan text not null references programma_plan (id),
  nummer integer not null check (nummer > 0),
  onderdeel text not null,
  bron text,
  jaar integer not null,
  naar_jaar integer not null check (naar_jaar > jaar),
  bedrag bigint not null check (bedrag > 0),
  vervalt_op date,
  voorwaarde text,
  reden text not null,
  gemaakt_op timestamptz not null,
  gemaakt_door uuid references toegang_account (id),
  unique (plan, nummer)
);
comment on table programma_overheveling is 'Voorstellen om geld dat over is mee te nemen naar een later jaar; alleen aanvullen';
comment on column programma_overheveling.id is 'Eigen sleutel (UUIDv7)';
comment on column programma_overheveling.plan is 'Van welk plan';
comment on column programma_overheveling.nummer is 'Volgnummer binnen het plan';
comment on column programma_overheveling.onderdeel is 'Waar het geld over is';
comment on column programma_overheveling.bron is 'Uit welke bron; leeg is nog te verdelen over de bronnen';
comment on column programma_overheveling.jaar is 'Het jaar waarin het over is';
comment on column programma_overheveling.naar_jaar is 'Het jaar waarin het nodig is';
comment on column programma_overheveling.bedrag is 'Hele centen';
comment on column programma_overheveling.vervalt_op is 'Laatste dag om te besluiten; daarna valt het geld terug aan de bron. Leeg is zonder vervaldag';
comment on column programma_overheveling.voorwaarde is 'Waaraan voldaan moet zijn; nooit openbaar';
comment on column programma_overheveling.reden is 'Waarom; nooit openbaar';
comment on column programma_overheveling.gemaakt_op is 'Moment';
comment on column programma_overheveling.gemaakt_door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_overheveling to {{rol}};

create table programma_overhevelingstap (
  overheveling uuid not null references programma_overheveling (id),
  stap smallint not null check (stap > 0),
  stand text not null check (stand in ('voorgesteld', 'gemachtigd', 'vastgesteld', 'vervallen')),
  besluit uuid references programma_besluit (id),
  boeking bigint references grootboek_boeking (nr),
  reden text,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (overheveling, stap)
);
create index programma_overhevelingstap_besluit on programma_overhevelingstap (besluit) where besluit is not null;
comment on table programma_overhevelingstap is 'Wat er met een overheveling gebeurde; de laatste stap is haar stand; alleen aanvullen';
comment on column programma_overhevelingstap.overheveling is 'Van welke overheveling';
comment on column programma_overhevelingstap.stap is 'Oplopend; twee mensen tegelijk kunnen zo nooit dezelfde stap zetten';
comment on column programma_overhevelingstap.stand is 'voorgesteld, gemachtigd (het college laat alvast uitgeven), vastgesteld of vervallen';
comment on column programma_overhevelingstap.besluit is 'Het besluit waarop de stap berust';
comment on column programma_overhevelingstap.boeking is 'De boeking in het journaal; een machtiging heeft er geen';
comment on column programma_overhevelingstap.reden is 'Waarom vervallen; nooit openbaar';
comment on column programma_overhevelingstap.op is 'Moment';
comment on column programma_overhevelingstap.door is 'Wie; leeg als de vervaldag voorbij was';
grant select, insert on programma_overhevelingstap to {{rol}};

create table programma_prognose (
  id uuid primary key,
  plan text not null references programma_plan (id),
  onderdeel text not null,
  jaar integer not null,
  bedrag bigint not null,
  peildatum date not null,
  zekerheid text not null check (zekerheid in ('laag', 'midden', 'hoog')),
  grond text not null check (grond in ('eigen', 'tempo', 'patroon')),
  reden text not null,
  op timestamptz not null,
  door uuid references toegang_account (id)
);
create index programma_prognose_onderdeel on programma_prognose (plan, jaar, onderdeel, op);
comment on table programma_prognose is 'Wat een onderdeel naar verwachting dat jaar gaat kosten; elke keer een nieuwe rij, de laatste geldt; alleen aanvullen';
comment on column programma_prognose.id is 'Eigen sleutel (UUIDv7)';
comment on column programma_prognose.plan is 'Van welk plan';
comment on column programma_prognose.onderdeel is 'Welk onderdeel';
comment on column programma_prognose.jaar is 'Over welk jaar';
comment on column programma_prognose.bedrag is 'Verwacht over het hele jaar, in hele centen';
comment on column programma_prognose.peildatum is 'Naar de stand van welke dag';
comment on column programma_prognose.zekerheid is 'laag, midden of hoog';
comment on column programma_prognose.grond is 'eigen inschatting, of overgenomen uit het tempo of het patroon van vorig jaar';
comment on column programma_prognose.reden is 'Waarop dit berust; nooit openbaar';
comment on column programma_prognose.op is 'Moment van vastleggen, op de microseconde';
comment on column programma_prognose.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on programma_prognose to {{rol}};

create table programma_geldregel (
  id uuid primary key,
  naam text not null,
  waarde jsonb not null,
  op timestamptz not null,
  door uuid references toegang_account (id)
);
create index programma_geldregel_naam on programma_geldregel (naam, op);
comment on table programma_geldregel is 'Regels die de gemeente zelf stelt: welk orgaan waarover besluit, en grenzen; de laatste geldt; alleen aanvullen';
comment on column programma_geldregel.id is 'Eigen sleutel (UUIDv7)';
comment on column programma_geldregel.naam is 'Welke regel';
comment on column programma_geldregel.waarde is 'Haar waarde, met of die al bevestigd is';
comment on column programma_geldregel.op is 'Moment';
comment on column programma_geldregel.door is 'Wie';
grant select, insert on programma_geldregel to {{rol}};
