package org.leagueflow.recommendation;

import java.util.List;
import org.springframework.data.repository.Repository;

/** What pairs did together. */
interface PairingActivities extends Repository<PairingActivity, Long> {

	PairingActivity save(PairingActivity activity);

	List<PairingActivity> findByPairingIdOrderByHeldOnDescIdDesc(long pairing);

}
