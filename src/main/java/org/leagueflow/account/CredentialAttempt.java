package org.leagueflow.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One attempt at a password or a one-time code.
 *
 * @param about which secret: {@code sign-in}, {@code password}, {@code setup}
 * @param account the log-in as entered, in lower case; empty for a code that belongs to
 * nobody
 * @param address where it comes from; the network of an IPv6 address
 * @param device the known device from which this account signed in before, or null
 */
record CredentialAttempt(String about, String account, String address, String device) {

	private static final int NETWORK = 8;

	static CredentialAttempt of(String about, String account, String address, String device) {
		return new CredentialAttempt(about, account, network(address), device);
	}

	/** A household or a server has a whole /64 of addresses to itself. */
	static String network(String address) {
		if (address == null || !address.contains(":")) {
			return (address != null) ? address : "";
		}
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return (bytes.length > NETWORK) ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK))
					: InetAddress.getByAddress(bytes).getHostAddress();
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

	boolean known() {
		return this.device != null;
	}

}
