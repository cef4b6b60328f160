package org.leagueflow.life;

import org.leagueflow.forms.AttachmentAccess;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.kernel.Actor;
import org.leagueflow.meeting.MeetingFacade;
import org.springframework.stereotype.Component;

/** Lets everybody who may look at a League class read its material. */
@Component
class ClassMaterial implements AttachmentAccess {

	private final LeagueClassFinder sheets;

	private final MeetingFacade facade;

	ClassMaterial(LeagueClassFinder sheets, MeetingFacade facade) {
		this.sheets = sheets;
		this.facade = facade;
	}

	@Override
	public boolean mayRead(AttachmentCard attachment, Actor by) {
		return this.sheets.using(attachment.id()).stream().anyMatch((meeting) -> this.facade.sees(meeting, by));
	}

}
