package org.leagueflow.meeting;

/**
 * The code on the screen.
 *
 * @param digits six digits
 * @param left seconds until the next one
 */
record ScreenCode(long meetingId, String digits, long left) {

	/** Where the QR code leads. */
	public String path() {
		return "/meetings/" + this.meetingId + "/check-in?code=" + this.digits;
	}

}
