package io.iolaus.api.ui;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;

/// The system's Chromium, driven by the system's Node.js. WebGL is drawn in software: the flags
/// keep it available where there is no graphics card.
final class Browser implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-gl=angle",
          "--use-angle=swiftshader",
          "--enable-unsafe-swiftshader");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  static Browser start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        Programs.node().orElseThrow().toString())));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(Programs.chromium().orElseThrow())
                    .setHeadless(true)
                    .setArgs(FLAGS)));
  }

  /// A window that knows nothing of the others: no cookies, no settings.
  Window open(String baseUrl, ColorScheme colours) {
    return Window.open(chromium, baseUrl, colours);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
