package org.leagueflow.paper;

/**
 * Who is to do it, as named on the paper.
 *
 * @param unit whether the words name a unit rather than a person
 * @param lead whether this one leads (牵头)
 */
public record PaperOwner(String name, boolean unit, boolean lead) {

	PaperOwner leading(boolean leads) {
		return new PaperOwner(this.name, this.unit, leads);
	}

}
