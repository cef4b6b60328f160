package org.leagueflow.life;

import org.leagueflow.forms.AttachmentAccess;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.kernel.Actor;
import org.leagueflow.meeting.MeetingDesk;
import org.springframework.stereotype.Component;

/** Lets everybody who may look at a League class read its material. */
@Component
class ClassMaterial implements AttachmentAccess {

	private final ClassSheets sheets;

	private final MeetingDesk desk;

	ClassMaterial(ClassSheets sheets, MeetingDesk desk) {
		this.sheets = sheets;
		this.desk = desk;
	}

	@Override
	public boolean mayRead(AttachmentCard attachment, Actor by) {
		return this.sheets.using(attachment.id()).stream().anyMatch((meeting) -> this.desk.sees(meeting, by));
	}

}
