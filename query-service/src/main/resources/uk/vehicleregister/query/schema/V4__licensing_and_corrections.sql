-- Tax, SORN and MOT as folded from what was told, in JSON; null where nothing ever was, as with most of an import.
-- What they mean depends on the day, so the answer works it out.
alter table vehicle_enquiry add column licensing text;
