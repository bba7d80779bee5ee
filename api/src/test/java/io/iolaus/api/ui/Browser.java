package io.iolaus.api.ui;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One window of the system's Chromium with a fresh profile, and everything its console complained about.
///
/// Motion is off, so that a click finds a node where it was drawn. WebGL is drawn in software: the flags keep it
/// available where there is no graphics card.
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
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Browser(Playwright playwright, BrowserContext context) {
    this.playwright = playwright;
    this.context = context;
    this.page = context.pages().getFirst();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " (" + message.location() + ")");
          }
        });
    page.onPageError(complaints::add);
  }

  static Browser open(Path profile, String baseUrl, ColorScheme colours) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1",
                        "PLAYWRIGHT_NODEJS_PATH", Programs.node().orElseThrow().toString())));
    BrowserContext context =
        playwright
            .chromium()
            .launchPersistentContext(
                profile,
                new LaunchPersistentContextOptions()
                    .setExecutablePath(Programs.chromium().orElseThrow())
                    .setHeadless(true)
                    .setArgs(FLAGS)
                    .setBaseURL(baseUrl)
                    .setViewportSize(1280, 800)
                    .setColorScheme(colours)
                    .setReducedMotion(ReducedMotion.REDUCE));
    return new Browser(playwright, context);
  }

  Page page() {
    return page;
  }

  /// Errors of the console since the last call.
  List<String> takeComplaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }
}
