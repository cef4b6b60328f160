-- What a number or a name lets through is found and put in the list's order without reading a row.
CREATE INDEX inbox_item_number_due ON inbox_item (holder, state, case_number, due_order, id);
CREATE INDEX inbox_item_name_due ON inbox_item (holder, state, subject_name, due_order, id);
