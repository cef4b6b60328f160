package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.support.DefaultFormattingConversionService;

/** Numbers of a form of which some are empty. */
class NonNullNumberConverterTests {

	private final DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();

	NonNullNumberConverterTests() {
		this.conversions.addConverter(new NonNullNumberConverter(this.conversions));
	}

	@Test
	void anEmptyOneIsNoNumberInAListOrInASet() {
		for (Object sent : List.of("1,,2", ",1, ,2,", new String[] { "1", "", "2" },
				new String[] { "", "1", " ", "2" })) {
			assertThat(read(List.class, sent)).isEqualTo(List.of(1L, 2L));
			assertThat(read(Set.class, sent)).isEqualTo(Set.of(1L, 2L));
		}
		assertThat(read(Set.class, "")).isEqualTo(Set.of());
	}

	private Object read(Class<?> type, Object sent) {
		return this.conversions.convert(sent, TypeDescriptor.forObject(sent),
				TypeDescriptor.collection(type, TypeDescriptor.valueOf(Long.class)));
	}

}
