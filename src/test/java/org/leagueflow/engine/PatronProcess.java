package org.leagueflow.engine;

/** The binding of the test diagram that calls another. */
@ProcessBinding(value = "patron", messages = { "stopped", "right-off" })
public class PatronProcess {

}
