package org.leagueflow.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.util.StringUtils;

/**
 * Converts request parameters to lists and sets of numbers and drops empty values, so
 * that none contains a null.
 */
class NonNullNumberConverter implements ConditionalGenericConverter {

	private final ConversionService conversions;

	NonNullNumberConverter(ConversionService conversions) {
		this.conversions = conversions;
	}

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return Set.of(new ConvertiblePair(String.class, List.class), new ConvertiblePair(String[].class, List.class),
				new ConvertiblePair(String.class, Set.class), new ConvertiblePair(String[].class, Set.class));
	}

	@Override
	public boolean matches(TypeDescriptor source, TypeDescriptor target) {
		TypeDescriptor element = target.getElementTypeDescriptor();
		return element != null && Number.class.isAssignableFrom(element.getType());
	}

	@Override
	public Object convert(Object source, TypeDescriptor from, TypeDescriptor to) {
		String[] texts = (source instanceof String[] several) ? several
				: StringUtils.commaDelimitedListToStringArray((String) source);
		Class<?> number = to.getElementTypeDescriptor().getType();
		return Arrays.stream(texts)
			.filter(StringUtils::hasText)
			.map((text) -> this.conversions.convert(text, number))
			.collect(Collectors
				.toCollection(() -> to.getType() == Set.class ? new LinkedHashSet<>() : new ArrayList<>()));
	}

}
