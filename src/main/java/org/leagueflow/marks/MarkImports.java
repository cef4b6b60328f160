package org.leagueflow.marks;

import org.leagueflow.sheet.SheetImports;

/** The imports of marks. */
interface MarkImports extends SheetImports<MarkImport> {

}
