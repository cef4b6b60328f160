package org.leagueflow.publicity;

import org.leagueflow.engine.ProcessBinding;

/** The binding of the test diagram that announces two things at once. */
@ProcessBinding(value = "bulletin", messages = { "stopped", "right-off" })
public class BulletinProcess {

}
