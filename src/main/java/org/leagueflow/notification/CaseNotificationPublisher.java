package org.leagueflow.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.People;
import org.springframework.stereotype.Component;

/** Finds the recipients of a case's news, and links them to its page. */
@Component
class CaseNotificationPublisher implements CaseNotifications {

	private final Notifications notifications;

	private final Cases cases;

	private final People people;

	CaseNotificationPublisher(Notifications notifications, Cases cases, People people) {
		this.notifications = notifications;
		this.cases = cases;
		this.people = people;
	}

	@Override
	public void tell(CaseId caseId, List<Recipient> to, String key, Object... args) {
		if (to.isEmpty()) {
			return;
		}
		CaseCard card = this.cases.card(caseId);
		Message words = Message.of(key,
				Stream.concat(Stream.of(card.subjectName(), card.number()), Stream.of(args)).toArray());
		Map<Long, String> links = new LinkedHashMap<>();
		to.forEach((one) -> persons(one, card).forEach((person) -> links.putIfAbsent(person, link(one, caseId))));
		links.forEach((person, link) -> this.notifications.tell(person, words, link));
		String[] readers = to.stream().flatMap(CaseNotificationPublisher::reader).toArray(String[]::new);
		this.cases.note(caseId, Actor.SYSTEM, words, Readers.of(readers));
	}

	private Stream<Long> persons(Recipient to, CaseCard card) {
		if (to instanceof Recipient.Part part) {
			return this.cases.holders(card.id(), part.role()).stream();
		}
		if (to instanceof Recipient.AtUnit post) {
			Route route = this.people.route(post.role(), card.unitId());
			return this.people.holders(route.role(), route.unitId()).stream();
		}
		if (to instanceof Recipient.Holders post) {
			return this.people.holders(post.role(), post.unitId()).stream();
		}
		return Stream.of(card.subjectPersonId()).filter((person) -> person != 0);
	}

	private static String link(Recipient to, CaseId caseId) {
		return (to instanceof Recipient.Holders post && post.link() != null) ? post.link() : "/cases/" + caseId;
	}

	private static Stream<String> reader(Recipient to) {
		if (to instanceof Recipient.Subject) {
			return Stream.of(Readers.SUBJECT);
		}
		return (to instanceof Recipient.Part part) ? Stream.of(part.role()) : Stream.empty();
	}

}
