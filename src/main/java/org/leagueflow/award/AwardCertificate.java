package org.leagueflow.award;

import java.util.Set;

/**
 * What a certificate says.
 *
 * @param title its heading
 * @param text its sentence; {@code {name}}, {@code {award}}, {@code {level}} and
 * {@code {period}} stand for whom and what it is
 */
public record AwardCertificate(String title, String text) {

	static final Set<String> PLACEHOLDERS = Set.of("name", "award", "level", "period");

}
