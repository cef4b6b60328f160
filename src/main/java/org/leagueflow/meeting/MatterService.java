package org.leagueflow.meeting;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands what a meeting decided to the matter that asked, and then to the diagram. */
@Service
@Transactional
class MatterService {

	private final Matters matters;

	MatterService(Matters matters) {
		this.matters = matters;
	}

	@EventListener
	public void on(ItemDecided event) {
		this.matters.asking(event).ifPresent((matter) -> matter.decided(event));
	}

}
