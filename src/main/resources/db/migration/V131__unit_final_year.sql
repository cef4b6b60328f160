-- Whether a class is in its final year (毕业班) of junior or senior secondary school: a share of it may be members at most.
ALTER TABLE unit ADD COLUMN final_year VARCHAR(8);
