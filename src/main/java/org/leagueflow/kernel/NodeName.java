package org.leagueflow.kernel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this node is called in records: {@code leagueflow.node}, or else the host. */
@Component
public class NodeName {

	private static final int MAX_LENGTH = 100;

	private final String name;

	public NodeName(@Value("${leagueflow.node:}") String name) throws UnknownHostException {
		this.name = Characters.first(name.isBlank() ? InetAddress.getLocalHost().getHostName() : name, MAX_LENGTH);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
