create table toegang_apisleutel (
  id uuid primary key,
  account uuid not null references toegang_account (id),
  sleutel_hash bytea not null unique,
  rol text not null,
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null references toegang_account (id),
  verloopt_op timestamptz not null,
  gebruikt_op timestamptz,
  ingetrokken_op timestamptz
);
comment on table toegang_apisleutel is 'Sleutels waarmee een programma de api gebruikt, elk met een eigen account en één rol';
comment on column toegang_apisleutel.id is 'Eigen sleutel (UUIDv7), veilig om te tonen';
comment on column toegang_apisleutel.account is 'Account waaronder het programma werkt; de naam ervan is de naam van de apisleutel';
comment on column toegang_apisleutel.sleutel_hash is 'SHA-256 van de sleutel: de database kent de sleutel zelf niet';
comment on column toegang_apisleutel.rol is 'De rol waarmee het programma werkt';
comment on column toegang_apisleutel.gemaakt_op is 'Begin';
comment on column toegang_apisleutel.gemaakt_door is 'Beheerder die haar maakte';
comment on column toegang_apisleutel.verloopt_op is 'Daarna werkt zij niet meer';
comment on column toegang_apisleutel.gebruikt_op is 'Laatst gebruikt, op een paar minuten nauwkeurig';
comment on column toegang_apisleutel.ingetrokken_op is 'Eerder beëindigd door een beheerder';
grant select, insert, update on toegang_apisleutel to {{rol}};
