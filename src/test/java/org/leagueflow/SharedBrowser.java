package org.leagueflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The one Chromium of this virtual machine, started on first use and ended with it: every
 * class of browser tests has it after another, which saves a start and the fetching and
 * compiling of all scripts for each of them.
 */
final class SharedBrowser {

	private static final Path SHELL = Path.of("/usr/lib/chromium/chromium-headless-shell");

	private static ChromeDriver browser;

	private SharedBrowser() {
	}

	static synchronized ChromeDriver get() {
		if (browser == null) {
			browser = start();
		}
		return browser;
	}

	/**
	 * Leaves one new tab, no cookies and nothing stored, as a new browser has; its cache
	 * of files, whose addresses change with their contents, stays.
	 * @param address of the application that was looked at
	 */
	static synchronized void forget(String address) {
		try {
			Set<String> tabs = browser.getWindowHandles();
			String fresh = browser.switchTo().newWindow(WindowType.TAB).getWindowHandle();
			for (String tab : tabs) {
				browser.switchTo().window(tab).close();
			}
			browser.switchTo().window(fresh);
			browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
			browser.executeCdpCommand("Storage.clearDataForOrigin",
					Map.of("origin", address, "storageTypes", "local_storage,indexeddb,service_workers,cache_storage"));
			browser.manage().logs().get(LogType.BROWSER);
		}
		catch (WebDriverException ex) {
			browser.quit(); // such as after a crash; the next class starts another one
			browser = null;
		}
	}

	private static ChromeDriver start() {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium().toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
				"--disable-default-apps", "--no-default-browser-check", "--lang=zh-CN");
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability("goog:loggingPrefs", logs);
		ChromeDriverService.Builder service = new ChromeDriverService.Builder();
		Path driver = driver();
		if (driver != null) {
			service.usingDriverExecutable(driver.toFile());
		}
		ChromeDriver started = new ChromeDriver(service.build(), options);
		Runtime.getRuntime().addShutdownHook(new Thread(started::quit));
		return started;
	}

	/**
	 * Chromium's headless shell where it is installed: the same engine without the window
	 * around it, whose drawing takes more processor time than that of the pages.
	 */
	static Path chromium() {
		String named = System.getenv("CHROMIUM");
		if (named != null) {
			return Path.of(named);
		}
		return Files.isExecutable(SHELL) ? SHELL : Path.of("/usr/bin/chromium");
	}

	private static Path driver() {
		String named = System.getenv("CHROMEDRIVER");
		Path driver = Path.of((named != null) ? named : "/usr/bin/chromedriver");
		return Files.isExecutable(driver) ? driver : null;
	}

}
