package org.leagueflow.meeting;

import org.leagueflow.engine.ProcessBinding;

/** The binding of the test diagram that asks a meeting. */
@ProcessBinding(value = "council", messages = { "dropped", "resumed" })
public class CouncilProcess {

}
