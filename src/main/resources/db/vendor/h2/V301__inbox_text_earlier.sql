DROP INDEX inbox_item_holder_number;
DROP INDEX inbox_item_name;
