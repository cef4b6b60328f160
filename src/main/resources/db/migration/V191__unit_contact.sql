-- Where a unit can be reached: telephone, room, mail; public notices say it.
ALTER TABLE unit ADD COLUMN contact VARCHAR(200);
