package org.leagueflow.forms;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives each form that is shown a key of its own. */
@Component("formKey")
public class FormKey {

	public String fresh() {
		return UUID.randomUUID().toString();
	}

}
