package org.leagueflow.people;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People.PersonCard;

/** Files of persons, as pages show them; template {@code people/fragments}. */
public interface PersonFiles {

	/** The reader's own file. */
	PersonFile own(Actor by);

	/**
	 * Everything about a person within the reader's reach.
	 * @throws org.leagueflow.kernel.Refusal.NotFound when there is nobody within reach
	 */
	PersonFile person(long personId, Actor by);

	/** A person with history; the account is null when there is none. */
	record PersonFile(PersonCard card, Contact contact, List<Stay> stays, List<PostRow> posts, AccountView account) {
	}

	/** Personal data, shown masked except to whoever corrects it. */
	record Contact(String phone, String email, String idLast4, String cardNumber, String leftReason, LocalDate leftOn,
			LocalDate restrictedFrom, LocalDate restrictedUntil) {

		public String maskedPhone() {
			return (this.phone == null) ? null : (this.phone.length() < 7) ? "****"
					: this.phone.substring(0, 3) + "****" + this.phone.substring(this.phone.length() - 2);
		}

		public String maskedEmail() {
			return (this.email == null) ? null : this.email.replaceAll("(?<=^.)[^@]*(?=@)", "***");
		}

		public String maskedIdNumber() {
			return (this.idLast4 == null) ? null : "**************" + this.idLast4;
		}

	}

	/** A stretch of membership in a branch. */
	record Stay(String branch, LocalDate from, LocalDate to) {
	}

	/** A post; state is held, coming, over or ended. */
	record PostRow(long id, long personId, String person, String role, long unitId, String unit, String unitPath,
			LocalDate from, LocalDate to, LocalDate endedOn, String endedReason, String state) {
	}

	/** A log-in and whether it is open. */
	record AccountView(String login, String state) {
	}

}
