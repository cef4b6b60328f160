-- When the branch or the committee last said no; a unit may ask for time before the next application.
ALTER TABLE admission ADD COLUMN refused_on DATE;
