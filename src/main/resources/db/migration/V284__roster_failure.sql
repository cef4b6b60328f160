-- What stopped an import of a roster is named by the block that reads workbooks: the words of the old names are gone.
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.apple"', '"refusal.sheet.apple"')
WHERE failure LIKE '%"refusal.roster.apple"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.archive"', '"refusal.sheet.archive"')
WHERE failure LIKE '%"refusal.roster.archive"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.bomb"', '"refusal.sheet.bomb"')
WHERE failure LIKE '%"refusal.roster.bomb"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.corrupt"', '"refusal.sheet.corrupt"')
WHERE failure LIKE '%"refusal.roster.corrupt"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.csv"', '"refusal.sheet.csv"')
WHERE failure LIKE '%"refusal.roster.csv"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.empty"', '"refusal.sheet.empty"')
WHERE failure LIKE '%"refusal.roster.empty"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.encrypted"', '"refusal.sheet.encrypted"')
WHERE failure LIKE '%"refusal.roster.encrypted"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.failed"', '"refusal.sheet.failed"')
WHERE failure LIKE '%"refusal.roster.failed"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.file-gone"', '"refusal.sheet.file-gone"')
WHERE failure LIKE '%"refusal.roster.file-gone"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.html"', '"refusal.sheet.html"')
WHERE failure LIKE '%"refusal.roster.html"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.macros"', '"refusal.sheet.macros"')
WHERE failure LIKE '%"refusal.roster.macros"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.not-checked"', '"refusal.sheet.not-checked"')
WHERE failure LIKE '%"refusal.roster.not-checked"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.not-excel"', '"refusal.sheet.not-excel"')
WHERE failure LIKE '%"refusal.roster.not-excel"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.not-interrupted"', '"refusal.sheet.not-interrupted"')
WHERE failure LIKE '%"refusal.roster.not-interrupted"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.ods"', '"refusal.sheet.ods"')
WHERE failure LIKE '%"refusal.roster.ods"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.old-excel"', '"refusal.sheet.old-excel"')
WHERE failure LIKE '%"refusal.roster.old-excel"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.sheet-chosen"', '"refusal.sheet.sheet-chosen"')
WHERE failure LIKE '%"refusal.roster.sheet-chosen"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.template"', '"refusal.sheet.template"')
WHERE failure LIKE '%"refusal.roster.template"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.too-large"', '"refusal.sheet.too-large"')
WHERE failure LIKE '%"refusal.roster.too-large"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.xlsb"', '"refusal.sheet.xlsb"')
WHERE failure LIKE '%"refusal.roster.xlsb"%';
UPDATE roster_import SET failure = REPLACE(failure, '"refusal.roster.xml-table"', '"refusal.sheet.xml-table"')
WHERE failure LIKE '%"refusal.roster.xml-table"%';
