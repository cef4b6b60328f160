package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * A story told in a real browser, on the size of a phone or of a desk. Runs where
 * Chromium is found ({@code $CHROMIUM} or {@code /usr/bin/chromium}) and says so where it
 * is not; leaves pictures in {@code target/screenshots}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(BrowserTest.WhereChromiumIs.class)
public abstract class BrowserTest {

	/** Sends the form of the log-in page; the answer's kind tells of its redirection. */
	private static final String SIGN_IN = """
			const [username, password, done] = arguments;
			const signIn = async () => {
			  const page = await (await fetch('/login', {headers: {Accept: 'text/html'}})).text();
			  const _csrf = page.match(/name="_csrf"[^>]*value="([^"]+)"/)[1];
			  const body = new URLSearchParams({username, password, _csrf});
			  return (await fetch('/login', {method: 'POST', body, redirect: 'manual'})).type;
			};
			signIn().then(done, (failure) => done(String(failure)));
			""";

	private static final Path SCREENSHOTS = Path.of("target/screenshots");

	@LocalServerPort
	private int port;

	private ChromeDriver browser;

	private int width;

	private int height;

	/** The browser, asked for on first use. */
	protected final ChromeDriver browser() {
		if (this.browser == null) {
			this.browser = SharedBrowser.get();
			phone();
		}
		return this.browser;
	}

	/** The size of a phone, 390 × 844. */
	protected final void phone() {
		size(390, 844);
	}

	/** The size of a desk, 1280 × 800. */
	protected final void desktop() {
		size(1280, 800);
	}

	/** Opens a path of the application. */
	protected final void open(String path) {
		browser().get(address() + path);
	}

	/** Where the application is, for clients other than the browser. */
	protected final String address() {
		return "http://localhost:" + this.port;
	}

	/** The path and query that the browser shows. */
	protected final String path() {
		return browser().getCurrentUrl().replaceFirst("^http://localhost:\\d+", "");
	}

	/**
	 * Signs in as somebody else and shows no page of it: whoever takes over in a story
	 * opens the own page next. One page less than {@link #login}, which does it as people
	 * do.
	 */
	protected final void takeOver(String account, String password) {
		leave();
		open("/login");
		Object answer = browser().executeAsyncScript(SIGN_IN, account, password);
		assertThat(answer).as("signing in as " + account).isEqualTo("opaqueredirect");
	}

	/** Signs in as somebody else, wherever the browser is. */
	protected final void login(String account, String password) {
		leave();
		open("/login");
		type("username", account);
		type("password", password);
		click("main form button[type=submit]");
		await("nobody is signed in", () -> present("body.signed-in"));
	}

	/**
	 * Forgets who was signed in, on a page of no server: neither a script of the last
	 * page nor the browser's own question for an icon comes back with another session's
	 * cookie.
	 */
	private void leave() {
		browser().get("about:blank");
		browser().executeCdpCommand("Network.clearBrowserCookies", Map.of());
	}

	/** Signs out by the button that this size has. */
	protected final void logout() {
		if (find(".tabbar").isDisplayed()) {
			click(".tabbar button");
			await("the menu is not open", () -> present("#more.show:not(.showing)"));
			click("#more form button");
		}
		else {
			click(".topbar .dropdown summary");
			click(".topbar .dropdown form button");
		}
		await("still signed in", () -> present("body.visitor"));
	}

	protected final WebElement find(String css) {
		return browser().findElement(By.cssSelector(css));
	}

	protected final boolean present(String css) {
		return !browser().findElements(By.cssSelector(css)).isEmpty();
	}

	/** The text of the page's main part. */
	protected final String words() {
		return find("#content").getText();
	}

	/**
	 * Clicks as a person would: in sight, on what lies on top, and again where the page
	 * renewed itself meanwhile.
	 */
	protected final void click(String css) {
		await("cannot click " + css, () -> {
			WebElement element = find(css);
			browser().executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
			if (element.isDisplayed()) {
				element.click();
				return true;
			}
			return false;
		});
	}

	/** Types into the field of that name. */
	protected final void type(String name, String text) {
		WebElement field = find("[name='" + name + "']");
		field.clear();
		field.sendKeys(text);
	}

	/** Waits until it is so, up to ten seconds; otherwise keeps a picture of what is. */
	protected final void await(String otherwise, java.util.function.BooleanSupplier so) {
		try {
			new WebDriverWait(browser(), Duration.ofSeconds(10), Duration.ofMillis(50)).withMessage(otherwise)
				.ignoring(org.openqa.selenium.StaleElementReferenceException.class)
				.ignoring(org.openqa.selenium.NoSuchElementException.class)
				.ignoring(org.openqa.selenium.ElementClickInterceptedException.class)
				.until((driver) -> onThisPage(so));
		}
		catch (org.openqa.selenium.TimeoutException ex) {
			keep("failed-" + getClass().getSimpleName(), view());
			throw ex;
		}
	}

	/** The driver has two ways to say that the page is going while it is asked. */
	private static boolean onThisPage(java.util.function.BooleanSupplier so) {
		try {
			return so.getAsBoolean();
		}
		catch (org.openqa.selenium.WebDriverException ex) {
			if (ex.getMessage() != null && ex.getMessage().contains("does not belong to the document")) {
				return false;
			}
			throw ex;
		}
	}

	/** Keeps a picture of the whole page under this name. */
	protected final void screenshot(String name) {
		keep(name, wholePage());
	}

	private static void keep(String name, byte[] picture) {
		try {
			Files.createDirectories(SCREENSHOTS);
			Files.write(SCREENSHOTS.resolve(name + ".png"), picture);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The window grows to the page, so that bars stand where the page ends. */
	private byte[] wholePage() {
		browser().executeScript("scrollTo(0, 0)");
		int width = this.width;
		int height = this.height;
		Number whole = (Number) browser().executeScript("return document.documentElement.scrollHeight");
		size(width, Math.max(height, whole.intValue()));
		await("a diagram is not drawn", () -> !present(
				".diagram:not(.is-drawn)" + ":not(details:not([open]) .diagram):has(.diagram-canvas:not([hidden]))"));
		byte[] picture = view();
		size(width, height);
		return picture;
	}

	private byte[] view() {
		Object picture = browser()
			.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "optimizeForSpeed", true))
			.get("data");
		return Base64.getDecoder().decode((String) picture);
	}

	/** Whether the page is wider than the screen. */
	protected final boolean overflows() {
		return Boolean.TRUE.equals(browser()
			.executeScript("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
	}

	/**
	 * What the browser complained about since it was last asked: scripts, policy, missing
	 * files.
	 */
	protected final List<String> complaints() {
		List<String> complaints = new ArrayList<>();
		for (LogEntry entry : browser().manage().logs().get(LogType.BROWSER)) {
			boolean refusal = entry.getMessage().matches(".*status of (409|422) .*");
			if (!refusal && entry.getLevel().intValue() >= Level.WARNING.intValue()) {
				complaints.add(entry.getMessage());
			}
		}
		return complaints;
	}

	/** Complaints about answers that a test provoked are read by the test itself. */
	@AfterEach
	void theBrowserHasNothingToComplainAbout() {
		if (this.browser != null) {
			assertThat(complaints()).as("script errors and policy violations").isEmpty();
		}
	}

	@AfterAll
	void nothingIsLeftInTheBrowser() {
		if (this.browser != null) {
			SharedBrowser.forget(address());
			this.browser = null;
		}
	}

	private void size(int width, int height) {
		this.width = width;
		this.height = height;
		browser().executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
	}

	/** Skips browser tests, loudly, where there is no browser. */
	static class WhereChromiumIs implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (Files.isExecutable(SharedBrowser.chromium())) {
				return ConditionEvaluationResult.enabled("Chromium is " + SharedBrowser.chromium());
			}
			String why = "Browser tests are SKIPPED: no Chromium at " + SharedBrowser.chromium()
					+ "; install chromium and chromium-driver, or set CHROMIUM (and CHROMEDRIVER)";
			System.out.println(why);
			return ConditionEvaluationResult.disabled(why);
		}

	}

}
