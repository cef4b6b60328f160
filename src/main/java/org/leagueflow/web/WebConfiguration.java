package org.leagueflow.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Guards every page method, tells it who acts, and speaks every module's words. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	private static final List<String> FOLDERS = List.of("/css/", "/js/", "/vendor/");

	/** How long a browser keeps a file; its address changes with what is in it. */
	private static final Duration CACHE_TIME = Duration.ofDays(7);

	private final AllowedToGuard guard;

	private final Reader reader;

	WebConfiguration(AllowedToGuard guard, Reader reader) {
		this.guard = guard;
		this.reader = reader;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.guard);
		registry.addInterceptor(new ReadableGuard());
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		if (registry instanceof ConversionService conversions) {
			registry.addConverter(new NonNullNumberConverter(conversions));
		}
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.reader);
	}

	/**
	 * Only these are files: a link to anything else is not first looked for in every
	 * archive of the classpath, which took half the time of a page.
	 */
	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		FOLDERS.forEach((folder) -> files(registry, folder + "**", folder));
		files(registry, "/favicon*", "/");
	}

	private static void files(ResourceHandlerRegistry registry, String paths, String folder) {
		registry.addResourceHandler(paths)
			.addResourceLocations("classpath:/static" + folder)
			.setCacheControl(CacheControl.maxAge(CACHE_TIME))
			.resourceChain(true)
			.addResolver(new EncodedResourceResolver()) // .br and .gz where the build
														// made them
			.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
	}

	@Bean
	static LocaleResolver localeResolver() {
		return new ReaderLocale();
	}

	/** Every bundle {@code i18n/<module>.properties} of the classpath. */
	@Bean
	static MessageSource messageSource() throws IOException {
		ResourceBundleMessageSource source = new UngroupedNumberMessages();
		source.setBasenames(bundles().map((name) -> "i18n." + name).toArray(String[]::new));
		source.setDefaultEncoding("UTF-8");
		source.setFallbackToSystemLocale(false);
		source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
		source.setAlwaysUseMessageFormat(true);
		return source;
	}

	private static Stream<String> bundles() throws IOException {
		Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties");
		return Stream.of(files)
			.map((file) -> file.getFilename().replace(".properties", ""))
			.filter((name) -> !name.endsWith("_en"))
			.distinct()
			.sorted();
	}

}
