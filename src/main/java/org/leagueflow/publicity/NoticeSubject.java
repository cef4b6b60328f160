package org.leagueflow.publicity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.leagueflow.kernel.Subject;

/** One of those that a notice is about. */
@Embeddable
class NoticeSubject {

	@Enumerated(EnumType.STRING)
	@Column(columnDefinition = "varchar(12)")
	private Subject.Kind kind;

	private long subjectId;

	private String name;

	protected NoticeSubject() {
	}

	NoticeSubject(Subject subject) {
		this.kind = subject.kind();
		this.subjectId = subject.id();
		this.name = subject.name();
	}

	Subject subject() {
		return new Subject(this.kind, this.subjectId, this.name);
	}

}
