package org.leagueflow.life;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The material of all League classes. */
interface LeagueClassMaterials extends Repository<LeagueClassMaterial, LeagueClassMaterial.Id> {

	LeagueClassMaterial save(LeagueClassMaterial material);

	/** The attachments that are material of the class, oldest first. */
	@Query("select m.id.attachmentId from LeagueClassMaterial m where m.id.meetingId = :meetingId"
			+ " order by m.id.attachmentId")
	List<Long> of(long meetingId);

	/** The classes for which the attachment is material. */
	@Query("select m.id.meetingId from LeagueClassMaterial m where m.id.attachmentId = :attachmentId")
	List<Long> using(long attachmentId);

}
